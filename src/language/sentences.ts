import type { KnownLanguage, Language } from '../domain/identity.ts';
import type { Sentence } from '../domain/understanding.ts';
import { ABBREVIATIONS, CLOSING_ABBREVIATIONS, OPENING_WORDS } from './abbreviations.ts';

const LINE = /[^\n\r\u2028\u2029]+/g;
const LIST_MARKER = /^\s*(?:[-–—•*·▪●]\s+)?/;
/** A terminator with the quotation marks and brackets that close after it. */
const TERMINATOR = /(?:[.!?…۔؟]+[)\]"'”“’‘»›]*(?=\s|$)|[。！？।]+[」』”）]*)\s*/g;
const LAST_TOKEN = /[^\s(«“„"'‘’[–—/]+$/u;
const NEXT_WORD = /^[«“„"'‘’([‹…]*([\p{L}\p{M}\p{N}]+)/u;
const DASH = /^[–—-]/;
const HAS_WORD = /[\p{L}\p{N}]/u;
const LOWER = /^\p{Ll}/u;

/** The sentences of a text: exact slices in order, without white space around them, never across a line break. */
export function splitSentences(text: string, language: Language): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of text.matchAll(LINE)) {
    const marker = LIST_MARKER.exec(line[0])?.[0].length ?? 0;
    splitLine(line[0], marker, language, (start, end) => {
      const slice = trimmed(line[0], start, end);
      if (slice !== null) sentences.push({ start: line.index + slice.start, end: line.index + slice.end });
    });
  }
  return sentences;
}

function splitLine(
  line: string,
  from: number,
  language: Language,
  found: (start: number, end: number) => void,
): void {
  let start = from;
  for (const match of line.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    if (match.index <= start || end >= line.length) continue;
    if (!endsSentence(line.slice(start, match.index), match[0], line.slice(end, end + 40), language))
      continue;
    found(start, end);
    start = end;
  }
  found(start, line.length);
}

function endsSentence(before: string, terminator: string, after: string, language: Language): boolean {
  if (DASH.test(after) && /[^.\s]/.test(terminator)) return false;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  if (LOWER.test(next)) return false;
  return !terminator.startsWith('.') || terminator.startsWith('..') || !isShortened(before, next, language);
}

/** Does the full stop after `before` belong to its last token rather than to the sentence? */
function isShortened(before: string, next: string, language: Language): boolean {
  const token = LAST_TOKEN.exec(before)?.[0] ?? '';
  const word = token.toLowerCase();
  const opens = OPENING_WORDS.has(next.toLowerCase());
  if (CLOSING_ABBREVIATIONS.has(word)) return !opens;
  if (abbreviationsOf(language).has(word)) return true;
  if (/^(?:\p{L}|\p{L}\.(?:[-\s]?\p{L}\.?)*)$/u.test(token)) return !opens;
  if (/^\d{1,3}$/.test(token)) return isCounted(before, token, language) && !opens;
  return isDateline(before, next);
}

/** "4. Februar" and "der 34. Jahrestag" in German; "1. Trade" at the beginning in any language. */
function isCounted(before: string, token: string, language: Language): boolean {
  return language === 'de' || before.trim() === token;
}

/** "ИСЛАМАБАД. КАЗИНФОРМ – …": one sentence with what follows. */
function isDateline(before: string, next: string): boolean {
  return before.length < 30 && isCapital(before) && isCapital(next) && next.length > 1;
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function abbreviationsOf(language: Language): ReadonlySet<string> {
  const known: KnownLanguage = language === 'other' ? 'en' : language;
  return ABBREVIATIONS[known];
}

function trimmed(line: string, start: number, end: number): Sentence | null {
  const slice = line.slice(start, end);
  if (!HAS_WORD.test(slice)) return null;
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + slice.trimEnd().length };
}
