import type { Language } from '../domain/identity.ts';
import type { Word } from './words.ts';

export interface RelativeTime {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** 0 this, -1 last, +1 next. */
  readonly shift: number;
}

/** What a date says of itself, before it is resolved; null where it says nothing. */
export interface DateParts {
  /** 1–31, and the last day of a range in the same month. */
  readonly day: number | null;
  readonly toDay: number | null;
  /** 1–12, and the last month of a range. */
  readonly month: number | null;
  readonly toMonth: number | null;
  readonly year: number | null;
  readonly toYear: number | null;
  /** 0 = Sunday … 6 = Saturday; also beside a day and month ("Friday, February 28"). */
  readonly weekday: number | null;
  /** "today", "last week"; with a month the year is meant ("October last year"). */
  readonly relative: RelativeTime | null;
  /** "next Monday", "last Friday", "last October". */
  readonly direction: 'past' | 'future' | null;
}

export interface DateExpression extends DateParts {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** What is named most precisely. */
  readonly kind: 'day' | 'month' | 'year' | 'weekday' | 'relative';
  /** The sentence speaks of what is to come. */
  readonly isAhead: boolean;
}

export const NOTHING_SAID: DateParts = Object.freeze({
  day: null,
  toDay: null,
  month: null,
  toMonth: null,
  year: null,
  toYear: null,
  weekday: null,
  relative: null,
  direction: null,
});

/** A text as the date patterns read it: word by word. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: Language;
}

/** What a pattern found: the parts, and the index of the word after it. */
export interface PartialDate {
  readonly parts: Partial<DateParts>;
  readonly next: number;
}

export function normAt({ words }: Reading, at: number): string {
  return words[at]?.norm ?? '';
}

/** What stands between a word and the one before it; a form feed outside the text, so that no pattern matches it. */
export function gapBefore({ text, words }: Reading, at: number): string {
  const before = words[at - 1];
  const here = words[at];
  return before === undefined || here === undefined ? '\f' : text.slice(before.end, here.start);
}
