import type { Day } from '../domain/day.ts';
import { mainDateOf } from '../understand/main-date.ts';
import type { ReadArticle } from '../understand/understand.ts';
import { DAY, NUMBER, STAGE } from './thresholds.ts';

/** The title and this many sentences are the lead. */
const LEAD_SENTENCES = 3;

/** "13th session", "11-е заседание", "13-отырыс", "13. Sitzung". */
const SERIES =
  /(?<![\d.,])(\d{1,2})(?:th|st|nd|rd|-?[ея]|-го|-м|-ш[іы]|\.)?[\s-]+(?:session|meeting of the|(?:joint|inter\S*) commission|заседани|отырыс|Sitzung)/iu;

/** Offset at which the lead ends. */
export function leadEndOf({ understanding, body }: ReadArticle): number {
  return understanding.sentences[LEAD_SENTENCES - 1]?.end ?? body.text.length;
}

/** What sets an article apart from others like it: its stage, the day its happening took place, its number in a series. */
export function marksOf(read: ReadArticle, publishedDay: Day): string[] {
  const leadEnd = leadEndOf(read);
  const dates = read.understanding.dates.filter(({ start }) => start < leadEnd);
  const main = mainDateOf(read.body.text, dates, publishedDay);
  const isAhead = dates.some(({ fromDay, precision }) => precision !== 'year' && fromDay > publishedDay);
  const speaksOfFuture = read.cues.some(({ cue, start }) => cue === 'future' && start < leadEnd);
  const isMainPast = main !== null && main.fromDay <= publishedDay;
  const series = SERIES.exec(read.body.text.slice(0, leadEnd));
  return [
    `${STAGE}${isAhead && speaksOfFuture && !isMainPast ? 'ahead' : 'past'}`,
    ...(main === null ? [] : [`${DAY}${main.fromDay}`]),
    ...(series === null ? [] : [`${NUMBER}${series[1]}`]),
  ];
}
