import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverageFacts, coverageOf, coverageSince, MOST_WEEKS } from '../../src/answers/coverage-of.ts';
import type { CoverageRow } from '../../src/domain/coverage.ts';
import { addDays, dayOf } from '../../src/domain/day.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { ArticleCount } from '../../src/ports/feed-store.ts';
import { aFeed, type FeedChoices } from '../fixtures/a-feed.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const TODAY = '2026-02-10';
const HOUR = 3_600_000;
const READ = { lastSuccessAt: NOW - HOUR, lastNewAt: NOW - HOUR };
const FAILING = { ...READ, failures: 2, failingSince: NOW - HOUR, problem: 'the server answered 500' };
const RESTS = { at: NOW, by: 'operator', reason: 'an operator paused it', isTold: true } as const;

describe('the weeks', () => {
  it('end with today, and each has seven days', () => {
    const counts = [0, 6, 7, 13, 14].map((days) => aCount({ day: addDays(TODAY, -days) }));

    expect(sideIn({ counts }, 'KZ').weeks).toEqual([1, 2, 2]);
  });

  it('hold each article once, by side and by language, in whatever order they are counted', () => {
    const count = fc.record({
      sourceId: fc.constantFrom('astana-times', 'dawn', 'unknown', null),
      language: fc.constantFrom('en', 'ru', 'other'),
      day: fc.nat(MOST_WEEKS * 7 - 1).map((days) => addDays(TODAY, -days)),
      articles: fc.integer({ min: 1, max: 500 }),
      relevant: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(count), (counts) => {
        const wanted = { weeks: MOST_WEEKS, measure: 'all' } as const;
        const { sides, languages } = coverageOf(facts({ counts }), wanted);

        const all = counts.reduce((sum, { articles }) => sum + articles, 0);
        expect([totalOf(sides), totalOf(languages)]).toEqual([all, all]);
        expect(coverageOf(facts({ counts: counts.toReversed() }), wanted)).toEqual({
          ...coverageOf(facts({ counts }), wanted),
        });
      }),
    );
  });

  it('are looked at for half a year back, to know how somebody usually reports', () => {
    expect(dayOf(coverageSince(NOW))).toBe(addDays(TODAY, 1 - MOST_WEEKS * 7));
  });

  it('count the articles about the two sides, or all', () => {
    const counts = [aCount({ articles: 9, relevant: 2 })];

    expect(sideIn({ counts }, 'KZ').weeks).toEqual([0, 0, 2]);
    expect(sideIn({ counts }, 'KZ', 'all').weeks).toEqual([0, 0, 9]);
  });
});

describe('an article', () => {
  it.each([
    ['astana-times', 'KZ'],
    ['dawn', 'PK'],
    ['unheard-of', 'third'],
    [null, 'third'],
  ])('of the source %s is of the side %s', (sourceId, side) => {
    expect(sideIn({ counts: [aCount({ sourceId })] }, side).weeks).toEqual([0, 0, 1]);
  });
});

describe('a language', () => {
  it('is left out that is neither read nor followed', () => {
    const feeds = [aFeed({ language: 'ur' })];

    const { languages } = coverageOf(facts({ counts: [aCount({ language: 'ru' })], feeds }), WANTED);

    expect(languages.map(({ of }) => of)).toEqual(['ru', 'ur']);
  });
});

describe('a side that has published nothing for weeks', () => {
  const counts = daily({ untilDaysAgo: 14 });

  it('is quiet when its feeds answer', () => {
    const row = sideIn({ counts, feeds: [aFeed({ state: READ })] }, 'KZ');

    expect(row.standing).toEqual({ kind: 'quiet', lastDay: addDays(TODAY, -14), everyDays: 1 });
  });

  it.each<[string, FeedChoices, CoverageRow['standing']['kind']]>([
    ['is down when its feed fails', { state: FAILING }, 'down'],
    ['is down when its feed rests', { state: READ, pause: RESTS }, 'down'],
    ['is unread when its feed was not read yet', {}, 'unread'],
  ])('%s', (_, feed, kind) => {
    expect(sideIn({ counts, feeds: [aFeed(feed)] }, 'KZ').standing).toEqual({ kind });
  });

  it('has no feed followed when those followed are of others', () => {
    const feeds = [aFeed({ side: 'PK', state: READ })];

    expect(sideIn({ counts, feeds }, 'KZ').standing).toEqual({ kind: 'no-feed' });
  });

  it('is not quiet when the feed that told so much is down and another answers', () => {
    const feeds = [
      aFeed({ state: FAILING }),
      aFeed({ id: 'f-0000000000000002', sourceId: 'kazpravda', state: READ }),
    ];

    expect(sideIn({ counts, feeds }, 'KZ')).toMatchObject({
      standing: { kind: 'heard' },
      feeds: 2,
      feedsDown: 1,
    });
  });

  it('is quiet when one of two feeds of its source is down', () => {
    const feeds = [aFeed({ state: FAILING }), aFeed({ id: 'f-0000000000000002', state: READ })];

    expect(sideIn({ counts, feeds }, 'KZ').standing.kind).toBe('quiet');
  });

  it('is quiet though others go on', () => {
    const others = daily({ untilDaysAgo: 0 }).map((count) => ({ ...count, sourceId: 'dawn' }));
    const feeds = [aFeed({ state: READ }), aFeed({ id: 'f-2', sourceId: 'dawn', side: 'PK', state: READ })];

    const both = { counts: [...counts, ...others], feeds };

    expect(sideIn(both, 'KZ').standing.kind).toBe('quiet');
    expect(sideIn(both, 'PK').standing.kind).toBe('heard');
  });

  it('is quiet about the two sides though it goes on about all else', () => {
    const elsewhere = daily({ untilDaysAgo: 0 }).map((count) => ({ ...count, relevant: 0 }));
    const both = { counts: [...counts, ...elsewhere], feeds: [aFeed({ state: READ })] };

    expect(sideIn(both, 'KZ').standing.kind).toBe('quiet');
    expect(sideIn(both, 'KZ', 'all').standing.kind).toBe('heard');
  });
});

describe('feeds that have gone stale', () => {
  it('are those that answer and bring nothing new', () => {
    const longAgo = NOW - 30 * 24 * HOUR;
    const stale = aFeed({ state: { ...READ, lastNewAt: longAgo } });
    const failing = aFeed({ id: 'f-2', state: { ...FAILING, lastNewAt: longAgo } });

    const { staleFeeds } = coverageOf(facts({ feeds: [stale, failing, aFeed({ state: READ })] }), WANTED);

    expect(staleFeeds).toEqual([stale]);
  });
});

const WANTED = { weeks: 3, measure: 'relevant' } as const;

function facts({ counts = [], feeds = [] }: Partial<CoverageFacts>): CoverageFacts {
  const sources = [aSource(), aSource({ id: 'dawn', side: 'PK' }), aSource({ id: 'kazpravda' })];
  return { counts, feeds, relationship: aRelationship({ sources }), now: NOW };
}

function sideIn(
  given: { readonly counts: readonly ArticleCount[]; readonly feeds?: readonly Feed[] },
  side: string,
  measure: 'relevant' | 'all' = 'relevant',
): CoverageRow {
  const row = coverageOf(facts(given), { ...WANTED, measure }).sides.find(({ of }) => of === side);
  if (row === undefined) throw new Error(`There is no row of ${side}.`);
  return row;
}

function totalOf(rows: readonly CoverageRow[]): number {
  return rows.flatMap(({ weeks }) => weeks).reduce((sum, articles) => sum + articles, 0);
}

function aCount(choices: Partial<ArticleCount> = {}): ArticleCount {
  return { sourceId: 'astana-times', language: 'en', day: TODAY, articles: 1, relevant: 1, ...choices };
}

/** An article about the two sides on each day of two months. */
function daily({ untilDaysAgo }: { untilDaysAgo: number }): readonly ArticleCount[] {
  return Array.from({ length: 60 }, (_, place) => aCount({ day: addDays(TODAY, -untilDaysAgo - place) }));
}
