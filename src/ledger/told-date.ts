import { daysBetween } from '../domain/day.ts';
import type { ArticleReading, SentenceReading, SpanOfDays } from './read-sentence.ts';

const FINENESS = ['day', 'month', 'year'];
/** A year this recent, told without a month, is "last year" or "this year": too vague to date a happening. */
const VAGUE_YEARS = 2;
const DAYS_IN_YEAR = 365;

/**
 * The date that a sentence gives a happening told of at `at`: the article's main date if it stands there, else the
 * finest, then the nearest. `vague` when the only date
 * is a recent year, null when there is none.
 */
export function toldDate(
  sentence: SentenceReading,
  at: number,
  { publishedDay, mainDate }: ArticleReading,
): SpanOfDays | 'vague' | null {
  const main = sentence.dates.find(
    ({ fromDay, toDay }) => fromDay === mainDate.fromDay && toDay === mainDate.toDay,
  );
  const [nearest] = [...sentence.dates].sort(
    (a, b) =>
      FINENESS.indexOf(a.precision) - FINENESS.indexOf(b.precision) ||
      Math.abs(a.start - at) - Math.abs(b.start - at),
  );
  const best = main ?? nearest;
  if (best === undefined) return null;
  const age = daysBetween(best.toDay, publishedDay);
  if (best.precision === 'year' && age < VAGUE_YEARS * DAYS_IN_YEAR) return 'vague';
  if (daysBetween(best.fromDay, best.toDay) > DAYS_IN_YEAR) return 'vague';
  return { fromDay: best.fromDay, toDay: best.toDay, precision: best.precision };
}
