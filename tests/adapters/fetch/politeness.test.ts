import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHostQueue } from '../../../adapters/fetch/host-queue.ts';
import { createFakeClock } from '../../fakes/fake-clock.ts';
import { type FeedServer, openFeedServer } from '../../fixtures/feed-server/open-feed-server.ts';
import { aFetcher } from './a-fetcher.ts';

const LONG_ENOUGH_MS = 60;

let server: FeedServer;
let otherHost: FeedServer;

beforeEach(async () => {
  server = await openFeedServer();
  otherHost = await openFeedServer();
});

afterEach(() => Promise.all([server.close(), otherHost.close()]));

describe('towards one host', () => {
  it('requests never overlap', async () => {
    const fetcher = aFetcher();
    server.play('/slow', (_request, response) => void setTimeout(() => response.end('slow'), 20));

    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => fetcher.get(server.url('/slow'))));

    expect(outcomes.every(({ kind }) => kind === 'fetched')).toBe(true);
    expect(server.requests.map(({ openAtOnce }) => openAtOnce)).toEqual([1, 1, 1, 1, 1]);
  });

  it('the next request waits for the pause to end, not less and not more', async () => {
    const clock = createFakeClock();
    const fetcher = aFetcher({ clock, politePauseMs: 2_000 });
    await fetcher.get(server.url('/feed'));

    const next = fetcher.get(server.url('/feed'));
    await clock.advanceBy(1_999);
    await wait(LONG_ENOUGH_MS);

    expect(server.requests).toHaveLength(1);
    await clock.advanceBy(1);
    expect(await next).toMatchObject({ kind: 'fetched' });
  });

  it('a redirect on the same host waits its turn like any request, without blocking itself', async () => {
    const clock = createFakeClock();
    const fetcher = aFetcher({ clock, politePauseMs: 2_000 });

    const outcome = fetcher.get(server.url('/elsewhere-today'));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await wait(LONG_ENOUGH_MS);

    expect(server.requests).toHaveLength(1);
    await clock.advanceBy(2_000);
    expect(await outcome).toMatchObject({ kind: 'fetched', url: server.url('/feed') });
  });

  it('waiting for its turn does not eat the time of a request', async () => {
    const fetcher = aFetcher({ politePauseMs: 200, deadlineMs: 150 });

    const outcomes = await Promise.all([1, 2, 3].map(() => fetcher.get(server.url('/feed'))));

    expect(outcomes.map(({ kind }) => kind)).toEqual(['fetched', 'fetched', 'fetched']);
  });

  it('a request that fails lets the next one go', async () => {
    const fetcher = aFetcher();

    const [failed, next] = await Promise.all([
      fetcher.get(server.url('/hangs-up')),
      fetcher.get(server.url('/feed')),
    ]);

    expect([failed.kind, next.kind]).toEqual(['refused', 'fetched']);
  });
});

describe('towards different hosts', () => {
  it('requests run side by side', async () => {
    const fetcher = aFetcher();
    answerOnceAsked(server, otherHost);
    answerOnceAsked(otherHost, server);

    const outcomes = await Promise.all(
      [server, otherHost].map((host) => fetcher.get(host.url('/when-both'))),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['fetched', 'fetched']);
  });

  it('two redirects that cross do not wait for each other', async () => {
    const fetcher = aFetcher();
    server.redirect('/across', otherHost.url('/feed'));
    otherHost.redirect('/across', server.url('/feed'));

    const outcomes = await Promise.all([server, otherHost].map((host) => fetcher.get(host.url('/across'))));

    expect(outcomes.map(({ kind }) => kind)).toEqual(['fetched', 'fetched']);
  });
});

describe('the queue of hosts', () => {
  it('forgets a host when nobody asks and the pause is over', async () => {
    const clock = createFakeClock();
    const queue = createHostQueue(clock, 2_000);
    await Promise.all(['one', 'two'].map((host) => queue.inTurn(host, async () => undefined)));

    const busyBefore = queue.busyHosts();
    await clock.advanceBy(2_000);

    expect(busyBefore).toBe(2);
    expect(queue.busyHosts()).toBe(0);
  });
});

/** Answers at `/when-both` only after `other` has been asked, too. */
function answerOnceAsked(host: FeedServer, other: FeedServer): void {
  host.play('/when-both', async (_request, response) => {
    await vi.waitFor(() => expect(other.requests).toHaveLength(1)).catch(() => undefined);
    response.writeHead(other.requests.length === 1 ? 200 : 500).end();
  });
}
