import { beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../adapters/clock/system-clock.ts';
import { createFetcher } from '../../adapters/fetch/create-fetcher.ts';
import { createThreads } from '../../adapters/threads/create-threads.ts';
import { coverage } from '../../commands/coverage.ts';
import { checkFeed } from '../../src/jobs/check-feed.ts';
import type { PollingPorts } from '../../src/jobs/create-jobs.ts';
import { pollingPorts } from '../../src/jobs/polling-ports.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Threads } from '../../src/ports/threads.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aContext } from '../fixtures/a-context.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { type FeedServer, openFeedServer } from '../fixtures/feed-server/open-feed-server.ts';
import { messageText } from '../fixtures/message-text.ts';

const HOUR = 3_600_000;

const relationship = aKnownPair();
let server: FeedServer;
let store: Store;
let clock: FakeClock;
let threads: Threads;
let ports: PollingPorts;

beforeEach(async () => {
  server = await openFeedServer();
  store = await anEmptyStore();
  clock = createFakeClock();
  threads = createThreads();
  ports = pollingPorts({
    ...{ store, clock, threads, relationship, operators: [] },
    ...{ index: createProfileIndex(relationship), logger: createFakeLogger() },
    fetcher: createFetcher({
      version: '1',
      clock: createClock(),
      allow: ['127.0.0.1'],
      politePauseMs: 0,
      resolve,
    }),
  });
  return async () => {
    await threads.close();
    await server.close();
    await store.close();
  };
});

describe('the coverage of feeds that are polled', () => {
  it('tells what they brought, and that they are down once their server is', async () => {
    await store.feeds.add(aFeed({ url: server.url('/feed') }));
    const unread = await kazakhstan();

    await checkAll();
    const read = await kazakhstan();
    server.redirect('/feed', '/broken', 302);
    await checkAll();

    expect(unread).toBe('Kazakhstan: 0 0 · 0 articles · feeds not read yet');
    expect(read).toBe('Kazakhstan: 2 1 · 3 articles');
    expect(await kazakhstan()).toBe('Kazakhstan: 2 1 · 3 articles · feeds are down');
  });
});

async function checkAll(): Promise<void> {
  await clock.advanceBy(HOUR);
  for (const feed of await store.feeds.all()) await checkFeed(feed, ports);
}

async function kazakhstan(): Promise<string | undefined> {
  const context = aContext({ store, relationship, now: clock.now() });
  const text = messageText(await coverage.run({ weeks: 2, which: 'all' }, context));
  return text.split('\n').find((line) => line.startsWith('Kazakhstan: '));
}

/** The pages of the articles cannot be reached: the feed has to do. */
async function resolve(): Promise<never> {
  throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
}
