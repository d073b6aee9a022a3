import type { Language } from '../domain/identity.ts';
import { isDateBare, isYearBare } from './bare-dates.ts';
import {
  type DateExpression,
  type DateParts,
  gapBefore,
  NOTHING_SAID,
  normAt,
  type PartialDate,
  type Reading,
} from './date-expression.ts';
import { monthNamed, weekdayNamed } from './date-names.ts';
import { dayAndMonthAt, monthsAt, yearsAt } from './date-patterns.ts';
import { beginsPhrase, relativeAt } from './date-phrases.ts';
import { directionOf } from './direction-words.ts';
import { speaksOfFuture } from './future-words.ts';
import { numericDateAt } from './numeric-dates.ts';
import { wordsOf } from './words.ts';

export type { DateExpression } from './date-expression.ts';

/** "Friday, February 28", "Mittwoch, den 4. Februar", "Tuesday (Feb 3)". */
const AFTER_WEEKDAY = /^(?:,?\s+\(?|,?\s+de[nm]\s+)$/;
const SENTENCE_REACH = 160;
const SENTENCE_END = /[!?۔؟\n]|\.(?=\s+[\p{Lu}«“„])|(?<=\p{L}{4})\.(?=\s+\d)/gu;

/** The dates that a text names, in order and without overlap. */
export function findDates(text: string, language: Language): DateExpression[] {
  const reading: Reading = { text, words: wordsOf(text), language };
  const found: DateExpression[] = [];
  let at = 0;
  while (at < reading.words.length) {
    const match = mayBeDate(reading, at) ? dateAt(reading, at) : null;
    if (match !== null) found.push(expressionOf(reading, at, match));
    at = match?.next ?? at + 1;
  }
  return found;
}

/** Does it name its year itself, so that it means the same whenever it was published? */
export function hasOwnYear({ year }: Pick<DateExpression, 'year'>): boolean {
  return year !== null;
}

function mayBeDate(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  const first = norm.charCodeAt(0);
  return (
    (first >= 48 && first <= 57) ||
    monthNamed(norm, reading.language) !== null ||
    weekdayNamed(norm, reading.language) !== null ||
    beginsPhrase(norm, reading.language) ||
    directionOf(norm, reading.language) !== null
  );
}

function dateAt(reading: Reading, at: number): PartialDate | null {
  return (
    numericDateAt(reading, at) ??
    dayAndMonthAt(reading, at) ??
    directedAt(reading, at) ??
    weekdayAt(reading, at) ??
    bareMonthsAt(reading, at) ??
    relativeDateAt(reading, at) ??
    yearDateAt(reading, at)
  );
}

/** "next Monday", "last October". */
function directedAt(reading: Reading, at: number): PartialDate | null {
  const direction = directionOf(normAt(reading, at), reading.language);
  if (direction === null || !/^\s+$/.test(gapBefore(reading, at + 1))) return null;
  const weekday = weekdayNamed(normAt(reading, at + 1), reading.language);
  if (weekday !== null) return { parts: { weekday, direction }, next: at + 2 };
  const months = monthsAt(reading, at + 1);
  return months === null ? null : { parts: { ...months.parts, direction }, next: months.next };
}

function weekdayAt(reading: Reading, at: number): PartialDate | null {
  const weekday = weekdayNamed(normAt(reading, at), reading.language);
  if (weekday === null) return null;
  const start = ['den', 'dem'].includes(normAt(reading, at + 1)) ? at + 2 : at + 1;
  const gap = reading.text.slice(reading.words[at]?.end, reading.words[start]?.start);
  const date = AFTER_WEEKDAY.test(gap) ? dayAndMonthAt(reading, start) : null;
  if (date !== null) return { parts: { ...date.parts, weekday }, next: date.next };
  return isDateBare(reading, at) ? { parts: { weekday }, next: at + 1 } : null;
}

function bareMonthsAt(reading: Reading, at: number): PartialDate | null {
  const months = monthsAt(reading, at);
  if (months === null) return null;
  const { year, toMonth, relative } = months.parts;
  const isTold = [year, toMonth, relative].some((part) => part !== null && part !== undefined);
  return isTold || isDateBare(reading, at) ? months : null;
}

/** "today"; in Kazakh and Urdu the year may stand before the month: "осы жылғы маусымда". */
function relativeDateAt(reading: Reading, at: number): PartialDate | null {
  const relative = relativeAt(reading, at);
  return relative?.parts.relative?.unit === 'year' ? withMonth(reading, relative) : relative;
}

function yearDateAt(reading: Reading, at: number): PartialDate | null {
  const years = yearsAt(reading, at);
  if (years === null) return null;
  const full = withMonth(reading, years);
  return full !== years || isYearBare(reading, at, years.next) ? full : null;
}

function withMonth(reading: Reading, year: PartialDate): PartialDate {
  if (reading.language !== 'kk' && reading.language !== 'ur') return year;
  if (!/^\s+$/.test(gapBefore(reading, year.next))) return year;
  const date = dayAndMonthAt(reading, year.next) ?? monthsAt(reading, year.next);
  return date === null ? year : { parts: { ...date.parts, ...year.parts }, next: date.next };
}

function expressionOf(reading: Reading, at: number, { parts, next }: PartialDate): DateExpression {
  const start = reading.words[at]?.start ?? 0;
  const end = reading.words[next - 1]?.end ?? start;
  const full: DateParts = { ...NOTHING_SAID, ...parts };
  const isAnchored = full.year === null && (full.weekday !== null || full.month !== null);
  return { ...full, start, end, kind: kindOf(full), isAhead: isAnchored && isAheadAt(reading, start, end) };
}

function isAheadAt({ text, language }: Reading, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SENTENCE_REACH), start);
  const from = start - before.length + ([...before.matchAll(SENTENCE_END)].at(-1)?.index ?? -1) + 1;
  const after = text.slice(end, end + SENTENCE_REACH);
  const to = end + (after.matchAll(SENTENCE_END).next().value?.index ?? after.length);
  return speaksOfFuture(text.slice(from, to), { start: start - from, end: end - from }, language);
}

function kindOf({ day, month, weekday, relative }: DateParts): DateExpression['kind'] {
  if (day !== null) return 'day';
  if (weekday !== null) return 'weekday';
  if (month !== null) return 'month';
  return relative === null ? 'year' : 'relative';
}
