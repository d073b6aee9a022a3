import type { Language } from '../domain/identity.ts';
import { currencyBefore, isQualifier, magnitudeNamed, type NumberUnit, unitNamed } from './number-words.ts';

export interface NumberMention {
  /** Offsets into the text; the sign or words of magnitude and unit are part of the mention. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: NumberUnit | null;
}

/** Digits with grouping and decimals; not the end of a word or number, not part of a time, range or ISO date. */
const NUMBER =
  /(?<![\p{L}\p{N}]|[\d][.,:/-])(?:\d{1,3}(?:[\u00A0\u202F ]\d{3})+(?:[.,٫]\d+)?|\d+(?:[.,٬٫]\d+)*)(?!\p{N}|[.,:/-]\d|[\u00A0\u202F ]\d{3}(?!\d))/gu;
const WORD_AFTER = /(?:(?<=\p{L})\.)?[\u00A0\u202F -]?(%|\p{L}[\p{L}\p{M}]*)/uy;
const ARABIC_DIGIT = /[٠-٩۰-۹]/g;
const DOTTED_DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{4})?$/;
const COMMA_DECIMALS: ReadonlySet<Language> = new Set(['de', 'ru', 'kk']);

/** The numbers of a text that are written in digits, with what "million" or "ارب" makes of them and their unit. */
export function findNumbers(text: string, language: Language): NumberMention[] {
  const plain = text.replace(ARABIC_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  return [...plain.matchAll(NUMBER)].flatMap((match) => {
    if (DOTTED_DATE.test(match[0])) return [];
    return mentionAt(plain, { start: match.index, digits: match[0], language }) ?? [];
  });
}

interface Digits {
  readonly start: number;
  readonly digits: string;
  readonly language: Language;
}

function mentionAt(text: string, { start, digits, language }: Digits): NumberMention | null {
  const sign = currencyBefore(text.slice(Math.max(0, start - 4), start));
  let end = start + digits.length;
  const first = wordAt(text, end);
  const magnitude = first === null ? null : magnitudeNamed(first.word, sign !== null);
  if (magnitude === null && /^\p{L}/u.test(text.slice(end, end + 2))) return null;
  if (first !== null && magnitude !== null) end = first.end;
  const unit = sign === null ? unitAt(text, end) : null;
  const value = Number((plainValue(digits, language) * (magnitude ?? 1)).toPrecision(12));
  return {
    start: start - (sign?.length ?? 0),
    end: unit?.end ?? end,
    value,
    unit: sign?.unit ?? unit?.unit ?? null,
  };
}

/** "dollars", "US dollars", "per cent": the unit that begins here. */
function unitAt(text: string, at: number): { unit: NumberUnit; end: number } | null {
  const first = wordAt(text, at);
  if (first === null) return null;
  const own = unitNamed(first.word);
  if (own !== null) return { unit: own, end: first.end };
  const second = isQualifier(first.word) ? wordAt(text, first.end) : null;
  const unit = second === null ? null : unitNamed(second.word);
  return second === null || unit === null ? null : { unit, end: second.end };
}

function wordAt(text: string, at: number): { word: string; end: number } | null {
  const pattern = new RegExp(WORD_AFTER);
  pattern.lastIndex = at;
  const word = pattern.exec(text)?.[1];
  return word === undefined ? null : { word, end: pattern.lastIndex };
}

function plainValue(digits: string, language: Language): number {
  const joined = digits
    .replace(/[\u00A0\u202F ]/g, '')
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
  const isComma = decimalSign(joined, language) === ',';
  return Number(isComma ? joined.replaceAll('.', '').replace(',', '.') : joined.replaceAll(',', ''));
}

/** The language decides about three digits after one sign; else the digits show which sign groups. */
function decimalSign(digits: string, language: Language): ',' | '.' {
  const signs = digits.replace(/\d/g, '');
  const last = signs.endsWith(',') ? ',' : '.';
  const other = last === ',' ? '.' : ',';
  if (signs === '' || new Set(signs).size > 1) return last;
  if (signs.length > 1) return other;
  const usual = COMMA_DECIMALS.has(language) ? ',' : '.';
  return digits.length - digits.indexOf(last) === 4 ? usual : last;
}
