import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Feed, type FeedState, UNREAD_FEED } from '../../src/domain/feed.ts';
import { isStale, nextCheckAt, nextTryAt, rhythmOf } from '../../src/domain/feed-rhythm.ts';
import type { FeedId } from '../../src/domain/identity.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-02-10T03:00:00Z');
const FEED = 'a1b2c3d4' as FeedId;

const feedIds = fc.string({ minLength: 1 }).map((id) => id as FeedId);
const nows = fc.integer({ min: 0, max: 2 * NOW });
const spans = fc.option(fc.integer({ min: 0, max: 400 * DAY }));

describe('the rhythm of a feed', () => {
  it('is the median time between its articles, whatever their order', () => {
    const times = [0, 10, 20, 30, 500].map((minutes) => NOW - minutes * MINUTE);

    expect(rhythmOf(times)).toBe(10 * MINUTE);
    expect(rhythmOf(times.toReversed())).toBe(10 * MINUTE);
  });

  it('is not known from three articles, nor from many of one time', () => {
    expect(rhythmOf([NOW, NOW - HOUR, NOW - 2 * HOUR])).toBeNull();
    expect(rhythmOf([NOW, NOW, NOW, NOW, NOW])).toBeNull();
  });

  it('is told by the newest articles', () => {
    const lately = Array.from({ length: 30 }, (_, place) => NOW - place * HOUR);
    const longAgo = Array.from({ length: 200 }, (_, place) => NOW - 300 * DAY - place * MINUTE);

    expect(rhythmOf([...longAgo, ...lately])).toBe(HOUR);
  });
});

describe('the next check', () => {
  it('comes after half the rhythm, or after an hour while that is not known, give or take a tenth', () => {
    fc.assert(
      fc.property(feedIds, nows, (feedId, now) => {
        const known = nextCheckAt({ feedId, now, rhythmMs: 6 * HOUR, askedMs: [] }) - now;
        const unknown = nextCheckAt({ feedId, now, rhythmMs: null, askedMs: [null] }) - now;
        expect(Math.abs(known - 3 * HOUR)).toBeLessThanOrEqual(0.3 * HOUR + 1);
        expect(Math.abs(unknown - HOUR)).toBeLessThanOrEqual(0.1 * HOUR + 1);
      }),
    );
  });

  it('is at least five minutes and at most a day away, whatever is asked for', () => {
    fc.assert(
      fc.property(feedIds, nows, spans, fc.array(spans), (feedId, now, rhythmMs, askedMs) => {
        const waitMs = nextCheckAt({ feedId, now, rhythmMs, askedMs }) - now;
        expect(waitMs).toBeGreaterThanOrEqual(5 * MINUTE);
        expect(waitMs).toBeLessThanOrEqual(DAY);
      }),
    );
  });

  it('is never before what the server or the feed asks for, within a day', () => {
    fc.assert(
      fc.property(feedIds, nows, spans, fc.integer({ min: 0, max: DAY }), (feedId, now, rhythmMs, asked) => {
        const at = nextCheckAt({ feedId, now, rhythmMs, askedMs: [null, asked] });
        expect(at).toBeGreaterThanOrEqual(now + asked);
      }),
    );
  });

  it('is spread: a hundred feeds do not fall due in the same minute', () => {
    const dueAts = Array.from({ length: 100 }, (_, place) =>
      nextCheckAt({ feedId: `feed-${place}` as FeedId, now: NOW, rhythmMs: null, askedMs: [] }),
    );

    const minutes = Map.groupBy(dueAts, (at) => Math.floor(at / MINUTE));

    expect(minutes.size).toBeGreaterThanOrEqual(10);
    expect(Math.max(...[...minutes.values()].map(({ length }) => length))).toBeLessThan(25);
  });
});

describe('the next try after failures', () => {
  it('waits a quarter of an hour first and a day at most', () => {
    fc.assert(
      fc.property(feedIds, nows, fc.integer({ min: 1, max: 5_000 }), (feedId, now, failures) => {
        const firstMs = nextTryAt({ feedId, now, failures: 1, retryAfterMs: null }) - now;
        const waitMs = nextTryAt({ feedId, now, failures, retryAfterMs: null }) - now;
        expect(Math.abs(firstMs - 15 * MINUTE)).toBeLessThanOrEqual(1.5 * MINUTE + 1);
        expect(waitMs).toBeLessThanOrEqual(DAY);
      }),
    );
  });

  it('never comes sooner after more failures, and doubles until a day is reached', () => {
    fc.assert(
      fc.property(feedIds, nows, fc.integer({ min: 1, max: 200 }), (feedId, now, failures) => {
        const triedAfter = (count: number) =>
          nextTryAt({ feedId, now, failures: count, retryAfterMs: null }) - now;
        expect(triedAfter(failures + 1)).toBeGreaterThanOrEqual(triedAfter(failures));
        if (failures < 6)
          expect(Math.abs(triedAfter(failures + 1) - 2 * triedAfter(failures))).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is never before what the server asks for, even when that is days', () => {
    const at = nextTryAt({ feedId: FEED, now: NOW, failures: 1, retryAfterMs: 3 * DAY });

    expect(at).toBe(NOW + 3 * DAY);
  });
});

describe('a feed that answers', () => {
  const read = { ...UNREAD_FEED, nextCheckAt: NOW, lastCheckedAt: NOW, lastSuccessAt: NOW };

  it.each([
    ['silent for six days', { lastNewAt: NOW - 6 * DAY }, false],
    ['silent for eight days', { lastNewAt: NOW - 8 * DAY }, true],
    ['silent for eight days, being a weekly', { lastNewAt: NOW - 8 * DAY, rhythmMs: 7 * DAY }, false],
    ['silent for fifty days, being a weekly', { lastNewAt: NOW - 50 * DAY, rhythmMs: 7 * DAY }, true],
    ['that never brought anything since it was added', { lastNewAt: null }, true],
    ['silent, but failing', { lastNewAt: NOW - 8 * DAY, failures: 1 }, false],
    ['never read', { lastNewAt: null, lastSuccessAt: null }, false],
  ] as const)('%s: stale or not', (_name, state, expected) => {
    expect(isStale(aFeedIn({ ...read, ...state }), NOW)).toBe(expected);
  });

  it('is not stale while it rests', () => {
    const pause = { at: NOW, reason: 'asked', by: 'operator', isTold: true } as const;

    expect(isStale({ ...aFeedIn({ ...read, lastNewAt: 0 }), pause }, NOW)).toBe(false);
  });
});

function aFeedIn(state: FeedState): Feed {
  return {
    id: FEED,
    url: 'https://news.example/feed',
    sourceId: null,
    title: 'News',
    language: 'en',
    side: 'KZ',
    origin: 'profile',
    isConfirmed: true,
    addedAt: NOW - 90 * DAY,
    pause: null,
    state,
  };
}
