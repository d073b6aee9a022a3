import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FeedServer, openFeedServer } from '../../fixtures/feed-server/open-feed-server.ts';
import { aFetcher, refusal } from './a-fetcher.ts';

const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 5;

let server: FeedServer;

beforeAll(async () => {
  server = await openFeedServer();
});

afterAll(() => server.close());

describe('a body without end', () => {
  it.each(['/bomb', '/large'])('is cut off at the limit, and the connection with it: %s', async (path) => {
    const outcome = await aFetcher().get(server.url(path));

    expect(outcome).toEqual(refusal('larger than 5 MiB'));
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  it('takes no more memory than the limit allows', async () => {
    const fetcher = aFetcher();
    await fetcher.get(server.url('/bomb'));
    const before = process.memoryUsage();

    const mostBytes = await mostUsedDuring(() => fetcher.get(server.url('/bomb')));

    expect(mostBytes - before.arrayBuffers - before.heapUsed).toBeLessThan(30 * MIB);
  });
});

describe('an answer that is not whole', () => {
  it.each(['/cut', '/cut-chunks', '/hangs-up'])('is refused, for now: %s', async (path) => {
    const outcome = await aFetcher().get(server.url(path));

    expect(outcome).toEqual(refusal('the answer broke off before its end', 300_000));
  });

  it('is refused when it cannot be unpacked', async () => {
    const outcome = await aFetcher().get(server.url('/brotli-garbage'));

    expect(outcome).toEqual(refusal('the compressed answer cannot be unpacked', 900_000));
  });
});

describe('a slow server', () => {
  it.each(['/silent', '/drip'])('is given up at the deadline: %s', async (path) => {
    const outcome = await aFetcher({ deadlineMs: 150 }).get(server.url(path));

    expect(outcome).toEqual(refusal('no complete answer within 0.15 s', 300_000));
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  it('has one deadline for all redirects together', async () => {
    server.play('/slow-circle', (_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/slow-circle' }).end(), 100);
    });

    const outcome = await aFetcher({ deadlineMs: 250 }).get(server.url('/slow-circle'));

    expect(outcome).toEqual(refusal('no complete answer within 0.25 s', 300_000));
    expect(server.requestsTo('/slow-circle').length).toBeLessThanOrEqual(3);
  });

  it('has to be found within the deadline', async () => {
    const fetcher = aFetcher({ deadlineMs: 100, resolve: () => new Promise(() => undefined) });

    const outcome = await fetcher.get('http://never.example/');

    expect(outcome).toEqual(refusal('no complete answer within 0.1 s', 300_000));
  });
});

async function mostUsedDuring(work: () => Promise<unknown>): Promise<number> {
  let mostBytes = 0;
  const look = () => {
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    mostBytes = Math.max(mostBytes, arrayBuffers + heapUsed);
  };
  const watch = setInterval(look, WATCH_EVERY_MS);
  await work();
  look();
  clearInterval(watch);
  return mostBytes;
}
