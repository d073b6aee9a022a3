import type { DateMention } from '../domain/article.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import { findDateline } from '../ingest/dateline.ts';

/** Farther from the publication, a date is background or outlook. */
const REACH_DAYS = 10;

/**
 * The day-precise date on which an article's main happening took place: the first one near the publication that is not
 * merely the dateline's. Null when the article names none.
 */
export function mainDateOf(
  text: string,
  dates: readonly DateMention[],
  publishedDay: Day,
): DateMention | null {
  const near = dates.filter(
    ({ precision, fromDay }) =>
      precision === 'day' && Math.abs(daysBetween(fromDay, publishedDay)) <= REACH_DAYS,
  );
  const [first, second] = near;
  if (first === undefined || second === undefined) return first ?? null;
  const datelineEnd = findDateline(text)?.end ?? 0;
  return first.end <= datelineEnd && first.fromDay === publishedDay ? second : first;
}
