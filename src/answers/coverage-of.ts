import type { Coverage, CoverageMeasure, CoverageRow, CoverageStanding } from '../domain/coverage.ts';
import { addDays, type Day, dayOf, daysBetween, startOfDay } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import { isStale } from '../domain/feed-rhythm.ts';
import { type Instant, LANGUAGES } from '../domain/identity.ts';
import type { Relationship, SideId } from '../domain/relationship.ts';
import { unusualSilence } from '../domain/unusual-silence.ts';
import type { ArticleCount } from '../ports/feed-store.ts';

const DAYS_A_WEEK = 7;
/** As much is looked at to know the rhythm of a side, however few weeks are shown. */
export const MOST_WEEKS = 26;

export interface CoverageFacts {
  /** Of the last `MOST_WEEKS` weeks. */
  readonly counts: readonly ArticleCount[];
  readonly feeds: readonly Feed[];
  readonly relationship: Relationship;
  readonly now: Instant;
}

interface Wanted {
  readonly weeks: number;
  readonly measure: CoverageMeasure;
}

/** From when on articles are counted to know how somebody usually reports. */
export function coverageSince(now: Instant): Instant {
  return startOfDay(firstDayOf(MOST_WEEKS, dayOf(now)));
}

/**
 * How much each side and each language reported, week by week, and who has gone quiet. The newest week ends with today,
 * so that no week is only begun.
 */
export function coverageOf(facts: CoverageFacts, wanted: Wanted): Coverage {
  const { counts, feeds, relationship, now } = facts;
  const toDay = dayOf(now);
  const sideOf = sidesOf(relationship);
  const sides = [...relationship.sides.map(({ id }) => id), 'third'].map((side) => {
    const ofSide = counts.filter(({ sourceId }) => sideOf(sourceId) === side);
    const feedsOfSide = feeds.filter((feed) => feed.side === side);
    return rowOf(side, { counts: ofSide, feeds: feedsOfSide, toDay }, wanted);
  });
  const languages = [...LANGUAGES, 'other'].map((language) => {
    const inLanguage = counts.filter((count) => count.language === language);
    const feedsIn = feeds.filter((feed) => feed.language === language);
    return rowOf(language, { counts: inLanguage, feeds: feedsIn, toDay }, wanted);
  });
  return {
    measure: wanted.measure,
    fromDay: firstDayOf(wanted.weeks, toDay),
    toDay,
    sides,
    languages: languages.filter(hasAnything),
    staleFeeds: feeds.filter((feed) => isStale(feed, now)),
  };
}

/** An article whose source is not known is from neither side, as a feed without a source is. */
function sidesOf({ sources }: Relationship): (sourceId: string | null) => SideId {
  const sides = new Map(sources.map(({ id, side }) => [id, side]));
  return (sourceId) => sides.get(sourceId ?? '') ?? 'third';
}

function hasAnything({ weeks, feeds }: CoverageRow): boolean {
  return feeds > 0 || weeks.some((articles) => articles > 0);
}

interface Share {
  readonly counts: readonly ArticleCount[];
  readonly feeds: readonly Feed[];
  readonly toDay: Day;
}

function rowOf(of: string, { counts, feeds, toDay }: Share, { weeks, measure }: Wanted): CoverageRow {
  const perWeek = Array.from({ length: weeks }, () => 0);
  const counted = counts.map((count) => ({ ...count, number: numberOf(count, measure) }));
  for (const { day, number } of counted) {
    const week = weeks - 1 - Math.floor(daysBetween(day, toDay) / DAYS_A_WEEK);
    if (perWeek[week] !== undefined) perWeek[week] += number;
  }
  return {
    of,
    weeks: perWeek,
    feeds: feeds.length,
    feedsDown: feeds.filter(isDown).length,
    standing: standingOf({ counts: counted.filter(({ number }) => number > 0), feeds, toDay }),
  };
}

function numberOf({ articles, relevant }: ArticleCount, measure: CoverageMeasure): number {
  return measure === 'all' ? articles : relevant;
}

/** Sources whose feeds are down are left out of the past, too: what they no longer bring is no silence of the others. */
function standingOf({ counts, feeds, toDay }: Share): CoverageStanding {
  if (feeds.length === 0) return { kind: 'no-feed' };
  const alive = feeds.filter((feed) => !isDown(feed) && feed.state.lastSuccessAt !== null);
  if (alive.length === 0) return { kind: feeds.some(isDown) ? 'down' : 'unread' };
  const aliveSources = new Set(alive.map(({ sourceId }) => sourceId));
  const lostSources = new Set(feeds.map(({ sourceId }) => sourceId).filter((id) => !aliveSources.has(id)));
  const days = counts.filter(({ sourceId }) => !lostSources.has(sourceId)).map(({ day }) => day);
  const fromDay = listenedFrom(alive, toDay);
  const silence = unusualSilence([...new Set(days)].toSorted(), { fromDay, today: toDay });
  return silence === null ? { kind: 'heard' } : { kind: 'quiet', ...silence };
}

/** The day from which an article would have been seen: of what was before a feed was added, only some is known. */
function listenedFrom(feeds: readonly Feed[], toDay: Day): Day {
  const addedDay = dayOf(Math.min(...feeds.map(({ addedAt }) => addedAt)));
  const firstDay = firstDayOf(MOST_WEEKS, toDay);
  return addedDay > firstDay ? addedDay : firstDay;
}

function isDown({ pause, state }: Feed): boolean {
  return pause !== null || state.failingSince !== null;
}

function firstDayOf(weeks: number, toDay: Day): Day {
  return addDays(toDay, 1 - weeks * DAYS_A_WEEK);
}
