import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThreads } from '../../../adapters/threads/create-threads.ts';
import { TemporaryError } from '../../../src/errors.ts';
import { readFeedDocument } from '../../../src/ingest/feeds/read-feed-document.ts';
import type { Threads } from '../../../src/ports/threads.ts';

const WORK = new URL('./work-in-test.ts', import.meta.url);
const READER = new URL('../../../src/ingest/feeds/read-feed-document.ts', import.meta.url);
const LONG_MS = 20_000;

let threads: Threads;

beforeEach(() => {
  threads = createThreads();
});

afterEach(() => threads.close());

describe('work in another thread', () => {
  it('gives its result', async () => {
    expect(await threads.call(WORK, 'double', 21, LONG_MS)).toBe(42);
  });

  it('fails with the message of its failure', async () => {
    await expect(threads.call(WORK, 'fail', 'that', LONG_MS)).rejects.toThrow('cannot do that');
  });

  it('fails where there is no such function', async () => {
    await expect(threads.call(WORK, 'triple', 1, LONG_MS)).rejects.toThrow('exports no function triple');
  });

  it('is ended when it takes too long', async () => {
    await expect(threads.call(WORK, 'neverEnd', null, 300)).rejects.toThrow(TemporaryError);
  });

  it('is ended when the bot stops, and no other begins', async () => {
    const running = threads.call(WORK, 'neverEnd', null, LONG_MS);
    const ended = expect(running).rejects.toThrow(TemporaryError);

    await threads.close();

    await ended;
    await expect(threads.call(WORK, 'double', 1, LONG_MS)).rejects.toThrow(TemporaryError);
  });

  it('reads a feed of megabytes as this thread would, and lets it go on meanwhile', async () => {
    const page = { bytes: aLargeFeed(), contentType: null, url: 'https://a.example/feed' };
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();

    const reading = await threads.call(READER, 'readFeedDocument', page, LONG_MS);

    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(200);
    expect(reading).toEqual(await readFeedDocument(page));
  });
});

function aLargeFeed(): Uint8Array {
  const item = (n: number) =>
    `<item><title>Title ${n}</title><link>/${n}</link><guid>${n}</guid><description>${'words '.repeat(40)}</description></item>`;
  const items = Array.from({ length: 4_000 }, (_, n) => item(n)).join('');
  return new TextEncoder().encode(`<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`);
}
