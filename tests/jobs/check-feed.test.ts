import { afterEach, beforeEach, expect, it } from 'vitest';
import { UNREAD_FEED } from '../../src/domain/feed.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import {
  type CheckChoices,
  checkDawn,
  DOCUMENT,
  dawn,
  draftsUpTo,
  FETCHED,
  REFUSED,
  UNCHANGED,
} from './checked-feed.ts';
import { withFeeds } from './feeds-in-memory.ts';

const HOUR = 3_600_000;

let store: Store;
let clock: FakeClock;

beforeEach(async () => {
  store = await anEmptyStore();
  clock = createFakeClock();
});

afterEach(() => store.close());

const check = (choices: CheckChoices) => checkDawn(choices, { store, clock });

it('a feed that was read has its articles stored and what was learnt remembered', async () => {
  const feeds = dawn();

  await check({ feeds, drafts: draftsUpTo(45) });

  expect(await store.articles.count()).toBe(45);
  expect(feeds.get('dawn').state).toMatchObject({
    etag: '"2"',
    lastModified: 'Tue, 10 Feb 2026 03:00:00 GMT',
    itemIdentity: 'guid',
    articles: 45,
    lastNewAt: clock.now(),
    lastSuccessAt: clock.now(),
    failures: 0,
    problem: null,
  });
});

it('that has more than one check takes is asked as if for the first time at the next', async () => {
  const feeds = dawn();

  await check({
    feeds,
    draftsOf: async () => ({ drafts: draftsUpTo(1), itemIdentity: 'guid', hasMore: true }),
  });

  expect(feeds.get('dawn').state).toMatchObject({ etag: null, lastModified: null, articles: 1 });
});

it('is asked with what its server said last time', async () => {
  const feeds = dawn({ state: { ...UNREAD_FEED, nextCheckAt: 0, etag: '"1"', lastModified: 'then' } });
  const asked: unknown[] = [];
  const get = async (...request: unknown[]) => {
    asked.push(request);
    return UNCHANGED;
  };

  await check({ feeds, fetcher: { get } });

  expect(asked).toEqual([['https://dawn.example/feed', { etag: '"1"', lastModified: 'then' }]]);
});

it('that has not changed keeps what is known and is well again', async () => {
  const known = { etag: '"1"', rhythmMs: 4 * HOUR, articles: 7, lastNewAt: 5, failures: 3, failingSince: 1 };
  const feeds = dawn({ state: { ...UNREAD_FEED, ...known, nextCheckAt: 0, problem: 'It was away.' } });

  await check({ feeds, outcome: UNCHANGED });

  const { state } = feeds.get('dawn');
  expect(state).toMatchObject({ etag: '"1"', rhythmMs: 4 * HOUR, articles: 7, lastNewAt: 5 });
  expect(state).toMatchObject({ failures: 0, failingSince: null, problem: null, lastSuccessAt: clock.now() });
  expect(Math.abs(state.nextCheckAt - clock.now() - 2 * HOUR)).toBeLessThanOrEqual(0.2 * HOUR + 1);
});

it('is read again in its own rhythm', async () => {
  const items = [0, 6, 12, 18, 24].map((hours) => ({
    guid: null,
    url: null,
    title: null,
    summaryHtml: null,
    contentHtml: null,
    author: null,
    language: null,
    published: { value: new Date(clock.now() - hours * HOUR).toISOString(), where: 'feed' },
    updated: null,
  }));
  const feeds = dawn();

  await check({ feeds, document: { ...DOCUMENT, items } });

  const { rhythmMs, nextCheckAt } = feeds.get('dawn').state;
  expect(rhythmMs).toBe(6 * HOUR);
  expect(Math.abs(nextCheckAt - clock.now() - 3 * HOUR)).toBeLessThanOrEqual(0.3 * HOUR + 1);
});

it.each([
  ['its server', { ...FETCHED, freshForMs: 9 * HOUR }, DOCUMENT],
  ['the feed itself', FETCHED, { ...DOCUMENT, checkEveryMs: 9 * HOUR }],
] as const)('is not read before the time that %s asks for', async (_name, outcome, document) => {
  const feeds = dawn();

  await check({ feeds, outcome, document });

  expect(feeds.get('dawn').state.nextCheckAt).toBe(clock.now() + 9 * HOUR);
});

it('moves when its server moved it for good', async () => {
  const feeds = dawn();

  await check({ feeds, outcome: { ...FETCHED, movedTo: 'https://dawn.example/new' } });

  expect(feeds.get('dawn').url).toBe('https://dawn.example/new');
});

it.each([
  ['profile', 'dawn'],
  ['operator', 'Dawn, latest'],
] as const)('of the %s is confirmed by its first success, as %s', async (origin, title) => {
  const feeds = dawn({ origin, isConfirmed: false });

  await check({ feeds, outcome: REFUSED });
  const afterFailure = feeds.get('dawn').isConfirmed;
  await check({ feeds });

  expect(afterFailure).toBe(false);
  expect(feeds.get('dawn')).toMatchObject({ isConfirmed: true, title });
});

it.each([0, 1, 2])(
  'that breaks off after %i batches forgets the check, and the next loses nothing',
  async (good) => {
    const feeds = dawn();
    const stateBefore = feeds.get('dawn').state;
    let batches = 0;
    const breaking: Store = {
      ...withFeeds(store, feeds),
      transaction: (work) => {
        batches += 1;
        if (batches > good) throw new Error('the disk is full');
        return withFeeds(store, feeds).transaction(work);
      },
    };

    await expect(check({ feeds, drafts: draftsUpTo(50), store: breaking })).rejects.toThrow(
      'the disk is full',
    );
    const stateBetween = feeds.get('dawn').state;
    const storedBetween = await store.articles.count();
    await check({ feeds, drafts: draftsUpTo(50) });

    expect(stateBetween).toEqual(stateBefore);
    expect(storedBetween).toBe(20 * good);
    expect(await store.articles.count()).toBe(50);
  },
);

it('lets other work go on between its batches', async () => {
  const feeds = dawn();
  const counts: number[] = [];
  const watch = async (): Promise<void> => {
    while ((counts.at(-1) ?? 0) < 60) {
      counts.push(await store.articles.count());
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  await Promise.all([check({ feeds, drafts: draftsUpTo(60) }), watch()]);

  expect(new Set(counts)).toContain(20);
});
