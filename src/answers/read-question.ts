import { type DaySpan, dayOf } from '../domain/day.ts';
import type { Instant, KnownLanguage, Language } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { EntityKind } from '../domain/understanding.ts';
import { findDates } from '../language/dates.ts';
import { indexTerms, queryTerms } from '../language/index-terms.ts';
import { createPhraseIndex } from '../language/phrase-index.ts';
import { resolveDate } from '../language/resolve-date.ts';
import { type Word, wordsOf } from '../language/words.ts';
import { type Expected, expectedOf, isEmptyWord, type Subject, subjectOf } from './question-words.ts';

/** One thing that an answer must speak of: a name of the profile, or a word. */
export interface Wanted {
  /** As the person wrote it. */
  readonly words: string;
  /** Index terms; a sentence that has all of any one of these lists speaks of it. */
  readonly terms: readonly (readonly string[])[];
  /** What of the profile it names; a sentence that mentions any of them, in any language, speaks of it. */
  readonly names: readonly ProfileName[];
}

export interface ProfileName {
  readonly kind: EntityKind;
  readonly id: string;
}

export interface Question {
  readonly text: string;
  /** The language that its letters show; else the reader's. Sentences in it come first. */
  readonly language: KnownLanguage;
  readonly expected: Expected;
  readonly subject: Subject | null;
  readonly wanted: readonly Wanted[];
  /** The time the question speaks of; null when it names none. */
  readonly during: DaySpan | null;
}

/** Takes a question apart: what it asks for, what it is about, and when. */
export function readQuestion(
  text: string,
  { relationship, language, now }: { relationship: Relationship; language: KnownLanguage; now: Instant },
): Question {
  const dates = datesIn(text, language, now);
  const names = namesIn(text, language, relationship).filter((name) => !overlapsAny(name, dates));
  const rest = wordsOf(text).filter((word) => !overlapsAny(word, dates) && !overlapsAny(word, names));
  const wanted = [...names, ...rest.flatMap((word) => wantedWord(text, word))];
  return {
    text,
    language: languageOf(text, language),
    expected: expectedOf(text),
    subject: subjectOf(text),
    wanted: wanted.toSorted((a, b) => a.start - b.start),
    during: dates[0]?.span ?? null,
  };
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

function namesIn(text: string, language: Language, relationship: Relationship): readonly (Wanted & Placed)[] {
  const index = createPhraseIndex(profileSpellings(relationship));
  const capitalised = text.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}/gu, upperOfOneLetter);
  return index.find(capitalised, wordsOf(capitalised), language).map(({ values, start, end }) => {
    const words = text.slice(start, end);
    return { words, terms: [queryTerms(words)], names: values, start, end };
  });
}

function profileSpellings(relationship: Relationship) {
  const { people, offices, organisations, places, corridors, instruments, sides } = relationship;
  const things = [
    ...people.map(({ id, name, spellings, familyName, mistakes }) => ({
      name: { kind: 'person' as const, id },
      forms: [name, ...Object.values(spellings).flat(), ...Object.values(familyName), ...mistakes],
    })),
    ...offices.map(({ id, title, spellings }) => ({
      name: { kind: 'office' as const, id },
      forms: [title, ...Object.values(spellings).flat()],
    })),
    ...sides.map(({ id, name, names, demonyms }) => ({
      name: { kind: 'side' as const, id },
      forms: [name, ...Object.values(names).flat(), ...Object.values(demonyms).flat()],
    })),
    ...named('organisation', organisations),
    ...named('place', places),
    ...named('corridor', corridors),
    ...named('instrument', instruments),
  ];
  return things.flatMap(({ name, forms }) =>
    [...new Set(forms)].map((spelling) => ({ spelling, value: name })),
  );
}

function named(kind: EntityKind, things: Relationship['places'] | Relationship['instruments']) {
  return things.map(({ id, name, spellings }) => ({
    name: { kind, id },
    forms: [name, ...Object.values(spellings).flat()],
  }));
}

function datesIn(text: string, language: Language, now: Instant): readonly (Placed & { span: DaySpan })[] {
  return findDates(text, language).flatMap((expression) => {
    const span = resolveDate(expression, dayOf(now));
    return span === null ? [] : [{ start: expression.start, end: expression.end, span }];
  });
}

/**
 * A word alone does not tell its language, so the stems of every language of its script will do. In small letters: a name
 * that the profile does not know must stand there as it was written, not merely sound like it.
 */
function wantedWord(text: string, { start, end }: Word): (Wanted & Placed)[] {
  const words = text.slice(start, end);
  if (isEmptyWord(words)) return [];
  const readings = languagesOf(words).map((language) => indexTerms(words.toLowerCase(), language));
  if (readings.some((terms) => terms.length === 0)) return [];
  return [{ words, terms: [...new Set(readings.flat())].map((term) => [term]), names: [], start, end }];
}

function languageOf(text: string, reading: KnownLanguage): KnownLanguage {
  if (/\p{Script=Arabic}/u.test(text)) return 'ur';
  if (!/\p{Script=Cyrillic}/u.test(text)) return reading;
  return /[әғқңөұүһі]/iu.test(text) ? 'kk' : 'ru';
}

function languagesOf(word: string): readonly KnownLanguage[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return ['ru', 'kk'];
  return /\p{Script=Arabic}/u.test(word) ? ['ur'] : ['en', 'de'];
}

function overlapsAny({ start, end }: Placed, others: readonly Placed[]): boolean {
  return others.some((other) => start < other.end && other.start < end);
}

/** Offsets must stay: letters whose capital is longer keep their form. */
function upperOfOneLetter(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
