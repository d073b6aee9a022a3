import type { Language } from '../domain/identity.ts';
import { gapBefore, normAt, type Reading } from './date-expression.ts';
import { normaliseWord } from './words.ts';

const CAPITAL = /^\p{Lu}/u;
const SENTENCE_START = /(?:^|[.!?…۔؟\n«“„"(]|[–—-])\s*$/u;

/** Words after which even "May" or "March" is a month, and a number a year. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'in since by until till of from last next this early late mid before after during through between and or to for expected'.split(
    ' ',
  ),
);
const BEFORE_YEAR: ReadonlySet<string> = new Set(
  `in since by until till of for from during year early late mid before after through between over fiscal
  seit im jahr jahre jahres bis von ab ende anfang mitte gegenüber nach vor
  سال مالی سنہ`.split(/\s+/),
);
/** Words that join a second year to a first. */
const BETWEEN_YEARS: ReadonlySet<string> = new Set('and to or und oder'.split(' '));
const AFTER_YEAR_UR: ReadonlySet<string> = new Set('میں کے سے تک کی کو'.split(' '));

/** Months that are also other words: "may", "march", Kazakh "season" and "cauldron", Urdu "march". */
const ENGLISH_OTHERS: ReadonlySet<string> = new Set(['may', 'march']);
const KAZAKH_OTHERS = /^(?:маусым|қазан)/;
const HOLIDAY = /^(?:мейрам|мереке|көже)/;
/** Weekdays that are also other words: Urdu "saint" and "week", and "Mars". */
const URDU_OTHERS: ReadonlySet<string> = new Set(['پیر', 'ہفتہ', 'ہفتے', 'منگل', 'بدھ'].map(normaliseWord));
const AFTER_URDU_WEEKDAY: ReadonlySet<string> = new Set('کو کے کی سے تک اور'.split(' '));

const RULES: Readonly<Record<Language, (reading: Reading, at: number) => boolean>> = Object.freeze({
  en: isEnglishDate,
  other: isEnglishDate,
  de: (reading, at) => isCapitalised(reading, at) && normAt(reading, at).length > 2,
  ru: isRussianDate,
  kk: isKazakhDate,
  ur: isUrduDate,
});

/** Is a month or weekday without a number beside it a date here? */
export function isDateBare(reading: Reading, at: number): boolean {
  return RULES[reading.language](reading, at);
}

/** Is a number between 1900 and 2099 a year here? `next` is the word after it and its own words. */
export function isYearBare(reading: Reading, at: number, next: number): boolean {
  if (next > at + 1) return true;
  const { language } = reading;
  if (language === 'ru' || language === 'kk') return false;
  const isJoined =
    BETWEEN_YEARS.has(normAt(reading, at - 1)) && /^(?:19|20)\d\d$/.test(normAt(reading, at - 2));
  if ((isJoined || BEFORE_YEAR.has(normAt(reading, at - 1))) && /^\s+$/.test(gapBefore(reading, at)))
    return true;
  if (language === 'ur') return AFTER_YEAR_UR.has(normAt(reading, next));
  if (isSentenceStart(reading, at)) return true;
  const after = reading.text.slice(reading.words[at]?.end, (reading.words[at]?.end ?? 0) + 2);
  return /^(?:[.,;:)]\D?$|[.,;:)]?$|[.,;:)]\s)/.test(after) && !/[$€£]\s?$/.test(gapBefore(reading, at));
}

function isEnglishDate(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  if (!isCapitalised(reading, at) || norm.length < (norm === 'may' ? 3 : 4)) return false;
  return !ENGLISH_OTHERS.has(norm) || BEFORE_MONTH.has(normAt(reading, at - 1));
}

/** "Марта" and "Мая" are names; "в среду" is Wednesday, "окружающую среду" is not. */
function isRussianDate(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  if (norm === 'среду') return ['в', 'во', 'на'].includes(normAt(reading, at - 1));
  return norm.length > 2 && (!isCapitalised(reading, at) || isSentenceStart(reading, at));
}

function isKazakhDate(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  if (KAZAKH_OTHERS.test(norm)) return normAt(reading, at + 1).startsWith('ай');
  if (HOLIDAY.test(normAt(reading, at + 1))) return false;
  return !isCapitalised(reading, at) || isSentenceStart(reading, at);
}

function isUrduDate(reading: Reading, at: number): boolean {
  const before = normAt(reading, at - 1);
  if (before === 'لانگ') return false;
  return !URDU_OTHERS.has(normAt(reading, at)) || AFTER_URDU_WEEKDAY.has(normAt(reading, at + 1));
}

function isCapitalised({ text, words }: Reading, at: number): boolean {
  return CAPITAL.test(text.slice(words[at]?.start, words[at]?.end));
}

function isSentenceStart({ text, words }: Reading, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, (words[at]?.start ?? 0) - 4), words[at]?.start));
}
