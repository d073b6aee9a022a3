import { afterEach, beforeEach, expect, it } from 'vitest';
import { UNREAD_FEED } from '../../src/domain/feed.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { type CheckChoices, checkDawn, dawn, REFUSED } from './checked-feed.ts';

const DAY = 24 * 3_600_000;

let store: Store;
let clock: FakeClock;

beforeEach(async () => {
  store = await anEmptyStore();
  clock = createFakeClock();
});

afterEach(() => store.close());

const check = (choices: CheckChoices) => checkDawn(choices, { store, clock });

it('a feed that is something else is a failure with the reason; its articles stay', async () => {
  const feeds = dawn({ state: { ...UNREAD_FEED, nextCheckAt: 0, etag: '"1"', articles: 7 } });
  const reason = 'It is a page that asks to log in.';

  await check({ feeds, readFeed: async () => ({ kind: 'refused', reason, offers: [] }) });

  expect(feeds.get('dawn').state).toMatchObject({ etag: '"1"', articles: 7, failures: 1, problem: reason });
});

it('that fails is tried again later each time, and not before its server wants', async () => {
  const feeds = dawn();
  const waits: number[] = [];
  for (const retryAfterMs of [null, null, 2 * DAY]) {
    await check({ feeds, outcome: { ...REFUSED, retryAfterMs } });
    waits.push(Math.round((feeds.get('dawn').state.nextCheckAt - clock.now()) / 60_000));
  }

  const [first, second, third] = waits;
  expect(Math.abs((first ?? 0) - 15)).toBeLessThanOrEqual(2);
  expect(Math.abs((second ?? 0) - 30)).toBeLessThanOrEqual(3);
  expect(third).toBe(2 * 24 * 60);
  expect(feeds.get('dawn')).toMatchObject({ pause: null, state: { failures: 3 } });
});

it('that is gone for good rests at once', async () => {
  const feeds = dawn();

  await check({ feeds, outcome: { ...REFUSED, isGone: true } });

  const { reason } = REFUSED;
  expect(feeds.get('dawn').pause).toEqual({ at: clock.now(), reason, by: 'gone', isTold: false });
});

it('that has failed for thirty days rests, and not a day before', async () => {
  const feeds = dawn();

  await check({ feeds, outcome: REFUSED });
  await clock.advanceTo(clock.now() + 29 * DAY);
  await check({ feeds, outcome: REFUSED });
  const before = feeds.get('dawn').pause;
  await clock.advanceTo(clock.now() + DAY);
  await check({ feeds, outcome: { ...REFUSED, reason: 'It is still away.' } });

  expect(before).toBeNull();
  expect(feeds.get('dawn').pause).toMatchObject({ by: 'failing', reason: 'It is still away.' });
});
