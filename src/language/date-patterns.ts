import type { KnownLanguage } from '../domain/identity.ts';
import { gapBefore, normAt, type PartialDate, type Reading } from './date-expression.ts';
import { monthNamed } from './date-names.ts';
import { relativeAt } from './date-phrases.ts';

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d\d$/;
const DASH = /^\s?[–—‑-]\s?$/;
const ORDINAL_DASH = /^\.?\s?[–—‑-]\s?$/;
const SPACE = /^\.?\s+$/;
const BEFORE_YEAR = /^[.,]?\s+\(?$/;

/** Words between the first and the last of a range. */
const RANGE_WORDS: ReadonlySet<string> = new Set(
  'and to through till until bis und по и до және мен пен سے اور تا'.split(' '),
);
/** Words that belong to a year that stands before them. */
const YEAR_WORDS: ReadonlySet<string> = new Set(
  `года году год годом годы годов годах гг г жылы жылғы жылдың жылдан жылға жылдары жылда жылмен жыл ж`.split(
    /\s+/,
  ),
);
/** Words that belong to a month that stands before them. */
const MONTH_WORDS: ReadonlySet<string> = new Set(
  'айы айында айындағы айының айынан айына айларында айларындағы айлары ماہ'.split(' '),
);
/** Languages that put the day before the month only. */
const DAY_FIRST: ReadonlySet<string> = new Set<KnownLanguage>(['de', 'ru', 'kk', 'ur']);

function monthAt(reading: Reading, at: number): number | null {
  return monthNamed(normAt(reading, at), reading.language);
}

function yearAt(reading: Reading, at: number): number | null {
  const norm = normAt(reading, at);
  return YEAR.test(norm) && !isPartOfNumber(reading, at) ? Number(norm) : null;
}

/** "23 April 2025", "3–4 февраля", "8. bis 9. September", "April 23", "Feb 3 and 4": a day or days with their month. */
export function dayAndMonthAt(reading: Reading, at: number): PartialDate | null {
  const days = daysAt(reading, at);
  if (days !== null) {
    const of = normAt(reading, days.next) === 'of' ? days.next + 1 : days.next;
    const month =
      SPACE.test(gapBefore(reading, of)) || gapBefore(reading, of) === '.' ? monthAt(reading, of) : null;
    return month === null ? null : withYear(reading, { parts: { ...days.parts, month }, next: of + 1 });
  }
  const month = monthAt(reading, at);
  if (month === null || DAY_FIRST.has(reading.language) || normAt(reading, at - 1) === 'in') return null;
  const after = SPACE.test(gapBefore(reading, at + 1)) ? daysAt(reading, at + 1) : null;
  return after === null ? null : withYear(reading, { parts: { ...after.parts, month }, next: after.next });
}

/** "September 2025", "январь – июль 2025 года", "ақпан айында". */
export function monthsAt(reading: Reading, at: number): PartialDate | null {
  const month = monthAt(reading, at);
  if (month === null) return null;
  const second = rangeEnd(reading, at + 1, DASH);
  const toMonth = second === null ? null : monthAt(reading, second);
  const isRange = toMonth !== null && toMonth > month && second !== null;
  const next = isRange ? second + 1 : at + 1;
  const after = MONTH_WORDS.has(normAt(reading, next)) ? next + 1 : next;
  return withYear(reading, { parts: { month, toMonth: isRange ? toMonth : null }, next: after });
}

/** "2003", "2025 жылғы", "2025–2027 годы", "2024-25". */
export function yearsAt(reading: Reading, at: number): PartialDate | null {
  const year = yearAt(reading, at);
  if (year === null) return null;
  const second = normAt(reading, at + 1);
  const toYear = DASH.test(gapBefore(reading, at + 1)) ? lastYear(year, second) : null;
  const next = toYear === null ? at + 1 : at + 2;
  return { parts: { year, toYear }, next: afterYearWord(reading, next) };
}

function lastYear(year: number, norm: string): number | null {
  const last = /^\d\d$/.test(norm) ? Math.floor(year / 100) * 100 + Number(norm) : Number(norm);
  return last > year && last < year + 30 ? last : null;
}

/** Adds the year that follows, as a number or as "last year". */
function withYear(reading: Reading, found: PartialDate): PartialDate {
  const { next } = found;
  if (!BEFORE_YEAR.test(gapBefore(reading, next))) return found;
  const year = yearAt(reading, next);
  if (year !== null) return { parts: { ...found.parts, year }, next: afterYearWord(reading, next + 1) };
  const relative = relativeAt(reading, next);
  if (relative?.parts.relative?.unit !== 'year') return found;
  return { parts: { ...found.parts, ...relative.parts }, next: relative.next };
}

function afterYearWord(reading: Reading, at: number): number {
  const isYearWord = YEAR_WORDS.has(normAt(reading, at)) && /^\s*-?$/.test(gapBefore(reading, at));
  return isYearWord ? at + 1 : at;
}

function daysAt(reading: Reading, at: number): PartialDate | null {
  const day = dayAt(reading, at);
  if (day === null) return null;
  const second = rangeEnd(reading, at + 1, ORDINAL_DASH);
  const toDay = second === null ? null : dayAt(reading, second);
  const isRange = toDay !== null && toDay > day && second !== null;
  return { parts: { day, toDay: isRange ? toDay : null }, next: isRange ? second + 1 : at + 1 };
}

function dayAt(reading: Reading, at: number): number | null {
  const day = Number(DAY.exec(normAt(reading, at))?.[1] ?? 0);
  return day >= 1 && day <= 31 && !isPartOfNumber(reading, at) ? day : null;
}

/** Where the last of a range stands: after a dash, or after a word that joins. */
function rangeEnd(reading: Reading, at: number, dash: RegExp): number | null {
  if (dash.test(gapBefore(reading, at))) return at;
  const isJoined = RANGE_WORDS.has(normAt(reading, at)) && SPACE.test(gapBefore(reading, at));
  return isJoined ? at + 1 : null;
}

/** "53,7", "2 500", "1.4": the digits go on before this word. */
function isPartOfNumber(reading: Reading, at: number): boolean {
  const gap = gapBefore(reading, at);
  return (
    /^[.,\u00A0 ]$/.test(gap) &&
    /^\d+$/.test(normAt(reading, at - 1)) &&
    !/^0?\d$|^[12]\d$|^3[01]$/.test(normAt(reading, at - 1))
  );
}
