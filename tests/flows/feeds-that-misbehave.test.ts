import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../adapters/clock/system-clock.ts';
import { createFetcher } from '../../adapters/fetch/create-fetcher.ts';
import { checkFeed } from '../../src/jobs/check-feed.ts';
import type { Fetcher } from '../../src/ports/fetcher.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { type FeedServer, openFeedServer } from '../fixtures/feed-server/open-feed-server.ts';
import { aDueFeed, type FeedsInMemory, feedsInMemory, withFeeds } from '../jobs/feeds-in-memory.ts';

const MINUTE = 60_000;
const index = createProfileIndex(aKnownPair());
const DOCUMENT = {
  format: 'rss',
  title: null,
  link: null,
  id: null,
  language: null,
  checkEveryMs: null,
  published: null,
  updated: null,
  items: [],
} as const;

let server: FeedServer;
let store: Store;
let clock: FakeClock;
let fetcher: Fetcher;

beforeEach(async () => {
  server = await openFeedServer();
  store = await anEmptyStore();
  clock = createFakeClock();
  const allow = ['127.0.0.1'];
  fetcher = createFetcher({ version: '1', clock: createClock(), allow, politePauseMs: 0, deadlineMs: 500 });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

/** A feed whose every readable answer carries the same one article. */
function feedAt(path: string): FeedsInMemory {
  return feedsInMemory(aDueFeed('one', { url: server.url(path) }));
}

function check(feeds: FeedsInMemory): Promise<void> {
  return checkFeed(feeds.get('one'), {
    store: withFeeds(store, feeds),
    ...{ clock, index, fetcher, logger: createFakeLogger() },
    readFeed: async () => ({ kind: 'feed', feed: DOCUMENT }),
    draftsOf: async () => ({ drafts: [aDraft()], itemIdentity: 'guid', hasMore: false }),
  });
}

describe('a feed whose server misbehaves', () => {
  it.each([
    ['/missing'],
    ['/forbidden'],
    ['/broken'],
    ['/bomb'],
    ['/large'],
    ['/drip'],
    ['/silent'],
    ['/cut'],
    ['/hangs-up'],
    ['/endless'],
    ['/to-metadata'],
    ['/to-mapped'],
    ['/to-file'],
  ])('at %s has a problem that is told, is tried again later, and does not rest', async (path) => {
    const feeds = feedAt(path);

    await check(feeds);

    const { state, pause } = feeds.get('one');
    expect(state.problem).toMatch(/\w+ \w+/);
    expect(state).toMatchObject({ failures: 1, failingSince: clock.now(), lastSuccessAt: null, articles: 0 });
    expect(state.nextCheckAt - clock.now()).toBeGreaterThanOrEqual(13 * MINUTE);
    expect(pause).toBeNull();
    expect(await store.articles.count()).toBe(0);
  });

  it('is left alone for as long as it asks', async () => {
    const feeds = feedAt('/closed-for-today');

    await check(feeds);

    expect(feeds.get('one').state.nextCheckAt).toBe(clock.now() + 120 * MINUTE);
  });

  it('rests once it is gone for good', async () => {
    const feeds = feedAt('/gone');

    await check(feeds);

    expect(feeds.get('one').pause).toMatchObject({ by: 'gone', isTold: false });
  });

  it('keeps its articles and what was learnt when the server vanishes', async () => {
    const feeds = feedAt('/conditional');
    await check(feeds);
    const { etag, lastSuccessAt } = feeds.get('one').state;
    await server.vanish();

    await check(feeds);

    expect(etag).not.toBeNull();
    expect(feeds.get('one').state).toMatchObject({ etag, lastSuccessAt, articles: 1, failures: 1 });
    expect(await store.articles.count()).toBe(1);
  });
});

describe('a feed whose server is kind', () => {
  it('is not sent again while it has not changed', async () => {
    const feeds = feedAt('/conditional');

    await check(feeds);
    await check(feeds);

    const [, second] = server.requestsTo('/conditional');
    expect(second?.headers['if-none-match']).toBe(feeds.get('one').state.etag);
    expect(feeds.get('one').state).toMatchObject({ articles: 1, failures: 0 });
  });

  it('is read at its new address once it has moved for good', async () => {
    const feeds = feedAt('/moved-twice');

    await check(feeds);
    await check(feeds);

    expect(server.requestsTo('/moved-twice')).toHaveLength(1);
    expect(feeds.get('one').url).toBe(server.url('/feed'));
  });

  it('stays at its address when it is elsewhere only for now', async () => {
    const feeds = feedAt('/elsewhere-today');

    await check(feeds);

    expect(feeds.get('one').url).toBe(server.url('/elsewhere-today'));
  });
});
