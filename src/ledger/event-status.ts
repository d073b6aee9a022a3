import type { Day } from '../domain/day.ts';
import type { EventStatus } from '../domain/ledger.ts';
import { hasCue, type SentenceReading, type SpanOfDays } from './read-sentence.ts';

/** What a sentence says has become of a happening on those days, as of its publication. */
export function eventStatusOf(sentence: SentenceReading, span: SpanOfDays, publishedDay: Day): EventStatus {
  if (hasCue(sentence, 'cancelled')) return 'cancelled';
  if (hasCue(sentence, 'postponed')) return 'postponed';
  if (span.fromDay > publishedDay) return 'announced';
  const isCoarse = span.precision !== 'day' && span.toDay >= publishedDay;
  return isCoarse && hasCue(sentence, 'future') ? 'announced' : 'held';
}
