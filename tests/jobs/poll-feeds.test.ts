import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pollFeeds, type RunningChecks } from '../../src/jobs/poll-feeds.ts';
import type { Fetcher, FetchOutcome } from '../../src/ports/fetcher.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger, type FakeLogger } from '../fakes/fake-logger.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDueFeed, type FeedsInMemory, feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const MINUTE = 60_000;
const UNCHANGED: FetchOutcome = { kind: 'unchanged', movedTo: null, freshForMs: null };
const never = new Promise<void>(() => {});
const index = createProfileIndex(aKnownPair());

let store: Store;
let clock: FakeClock;
let logger: FakeLogger;
let checks: RunningChecks;

beforeEach(async () => {
  store = await anEmptyStore();
  clock = createFakeClock();
  logger = createFakeLogger();
  checks = new Set();
});

afterEach(() => store.close());

function poll(feeds: FeedsInMemory, get: Fetcher['get'], stopped: Promise<void> = never): Promise<void> {
  const ports = {
    store: withFeeds(store, feeds),
    clock,
    logger,
    index,
    fetcher: { get },
    readFeed: async () => ({ kind: 'refused', reason: 'not read here', offers: [] }) as const,
    draftsOf: async () => ({ drafts: [], itemIdentity: 'guid', hasMore: false }) as const,
  };
  return pollFeeds(ports, checks, stopped);
}

function dueFeeds(count: number): FeedsInMemory {
  return feedsInMemory(...Array.from({ length: count }, (_, place) => aDueFeed(`feed${place}`)));
}

it('every feed that is due is checked once in a beat, eight at most at a time', async () => {
  const feeds = dueFeeds(30);
  const asked: string[] = [];
  let underWay = 0;
  let most = 0;

  await poll(feeds, async (url) => {
    asked.push(url);
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return UNCHANGED;
  });
  await Promise.all(checks);

  expect(new Set(asked).size).toBe(30);
  expect(asked).toHaveLength(30);
  expect(most).toBe(8);
});

it('a feed whose check fails is logged by its id and stops no other', async () => {
  const feeds = dueFeeds(3);

  await poll(feeds, async (url) => {
    if (url.includes('feed1')) throw new Error('a bug');
    return UNCHANGED;
  });
  await Promise.all(checks);

  const errors = logger.lines.filter(({ level }) => level === 'error');
  expect(errors.map(({ facts }) => facts)).toEqual([{ feed: 'feed1' }]);
  expect(feeds.get('feed0').state.lastSuccessAt).toBe(clock.now());
  expect(feeds.get('feed2').state.lastSuccessAt).toBe(clock.now());
});

it('a slow server holds up neither the beat nor other feeds, and is not asked twice', async () => {
  const feeds = dueFeeds(2);
  const asked: string[] = [];
  const slow = Promise.withResolvers<FetchOutcome>();
  const get = async (url: string) => {
    asked.push(url);
    return url.includes('feed0') ? slow.promise : UNCHANGED;
  };

  await poll(feeds, get);
  await clock.advanceBy(MINUTE);
  await poll(feeds, get);
  slow.resolve(UNCHANGED);
  await Promise.all(checks);

  expect(asked).toEqual(['https://feed0.example/feed', 'https://feed1.example/feed']);
  expect(feeds.get('feed0').state.lastSuccessAt).toBe(clock.now());
});

it('a beat ends within 45 seconds although all places are taken, and the next beat takes no more', async () => {
  const feeds = dueFeeds(10);
  let asked = 0;
  const get = () => {
    asked += 1;
    return new Promise<FetchOutcome>(() => {});
  };

  const beat = poll(feeds, get);
  await vi.waitFor(() => expect(checks.size).toBe(8));
  await clock.advanceBy(45_000);
  await beat;
  const next = poll(feeds, get);
  await clock.advanceBy(45_000);
  await next;

  expect(asked).toBe(8);
});

it('begins nothing more once it is stopped', async () => {
  const feeds = dueFeeds(10);
  const stopped = Promise.withResolvers<void>();
  const answers = Promise.withResolvers<FetchOutcome>();
  let asked = 0;

  const beat = poll(
    feeds,
    () => {
      asked += 1;
      return answers.promise;
    },
    stopped.promise,
  );
  await vi.waitFor(() => expect(asked).toBe(8));
  stopped.resolve();
  await beat;
  answers.resolve(UNCHANGED);
  await Promise.all(checks);

  expect(asked).toBe(8);
});
