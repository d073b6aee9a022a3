import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../adapters/clock/system-clock.ts';
import { createFetcher } from '../../adapters/fetch/create-fetcher.ts';
import { createThreads } from '../../adapters/threads/create-threads.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { checkFeed } from '../../src/jobs/check-feed.ts';
import type { PollingPorts } from '../../src/jobs/create-jobs.ts';
import { pollingPorts } from '../../src/jobs/polling-ports.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Threads } from '../../src/ports/threads.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { type FeedServer, openFeedServer } from '../fixtures/feed-server/open-feed-server.ts';

const HOUR = 3_600_000;

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
  const relationship = aKnownPair();
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
});

afterEach(async () => {
  await threads.close();
  await server.close();
  await store.close();
});

describe('a feed that is polled', () => {
  it.each([
    ['/feed'],
    ['/atom'],
    ['/json'],
    ['/windows-1251-header'],
    ['/windows-1251-declared'],
    ['/wrong-type'],
    ['/gzip'],
    ['/br'],
    ['/deflate'],
  ])('at %s has its articles stored, the first time as backlog', async (path) => {
    const feed = await afterChecking(path);

    const articles = await store.articles.list(null, 10);
    expect(articles.map(({ isBacklog }) => isBacklog)).toEqual([true, true, true]);
    expect(feed.state).toMatchObject({ articles: 3, failures: 0, problem: null, lastSuccessAt: clock.now() });
    expect(feed.state.nextCheckAt).toBeGreaterThan(clock.now());
  });

  it('keeps one article of an item that is dated anew thirty-three times', async () => {
    await afterChecking('/re-dated');
    const before = await store.articles.list(null, 10);

    for (let times = 1; times < 33; times += 1) await checkAgain();

    expect(server.requestsTo('/re-dated')).toHaveLength(33);
    expect(await store.articles.list(null, 10)).toEqual(before);
  });

  it('brings nothing twice when it loses its guids', async () => {
    await afterChecking('/loses-guids');

    const feed = await checkAgain();

    expect(feed.state).toMatchObject({ itemIdentity: 'guid', articles: 3 });
    expect(await store.articles.count()).toBe(3);
  });

  it('does not bring back what was deleted', async () => {
    await afterChecking('/loses-guids');
    const [article] = await store.articles.list(null, 1);
    if (article !== undefined) await store.articles.delete(article.id, clock.now());

    await checkAgain();

    expect(await store.articles.count()).toBe(2);
  });

  it('is read at its new address once it moved for good', async () => {
    const feed = await afterChecking('/moved');

    expect(feed.url).toBe(server.url('/feed'));
  });

  it.each([['/laughs'], ['/external-entity']])('at %s has nothing expanded', async (path) => {
    await afterChecking(path);

    const articles = await store.articles.list(null, 10);
    expect(JSON.stringify(articles)).not.toMatch(/root:|(?:ha|lol){3}/);
  });

  it('that became a page has a problem, and its articles stay', async () => {
    await afterChecking('/feed');
    server.redirect('/feed', '/page', 302);

    const feed = await checkAgain();

    expect(feed.state).toMatchObject({ problem: 'a web page, not a feed', failures: 1, articles: 3 });
    expect(await store.articles.count()).toBe(3);
  });
});

/** The pages of the articles cannot be reached: the feed has to do. */
async function resolve(): Promise<never> {
  throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
}

async function afterChecking(path: string): Promise<Feed> {
  await store.feeds.add(aFeed({ url: server.url(path) }));
  return checkAgain();
}

/** Reads the one feed once more, an hour later. */
async function checkAgain(): Promise<Feed> {
  await clock.advanceBy(HOUR);
  const [feed] = await store.feeds.all();
  if (feed === undefined) throw new Error('There is no feed.');
  await checkFeed(feed, ports);
  return (await store.feeds.all())[0] ?? feed;
}
