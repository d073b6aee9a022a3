import { type KnownLanguage, LANGUAGES, type Language } from '../domain/identity.ts';
import { filedForms } from '../language/inflection.ts';
import { createPhraseIndex, type PhraseIndex } from '../language/phrase-index.ts';
import type { Word } from '../language/words.ts';
import type { Cue, CueWords } from './cue.ts';
import { english } from './cue-words/english.ts';
import { german } from './cue-words/german.ts';
import { kazakh } from './cue-words/kazakh.ts';
import { russian } from './cue-words/russian.ts';
import { urdu } from './cue-words/urdu.ts';

const CUE_WORDS: Readonly<Record<KnownLanguage, CueWords>> = {
  en: english,
  de: german,
  ru: russian,
  ur: urdu,
  kk: kazakh,
};

export interface CueHit {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

export interface CueFinder {
  /** All cues of a text in reading order; one phrase may carry several. */
  find(text: string, words: readonly Word[], language: Language): CueHit[];
}

export function createCueFinder(formsOf: typeof filedForms = filedForms): CueFinder {
  const indexes = new Map(LANGUAGES.map((language) => [language, indexOf(language, formsOf)]));
  return {
    find(text, words, language) {
      const index = language === 'other' ? undefined : indexes.get(language);
      const hits = index?.find(text, words, language) ?? [];
      return hits.flatMap(({ values, start, end }) => values.map((cue) => ({ cue, start, end })));
    },
  };
}

function indexOf(language: KnownLanguage, formsOf: typeof filedForms): PhraseIndex<Cue> {
  const entries = Object.entries(CUE_WORDS[language]) as [Cue, readonly string[]][];
  return createPhraseIndex(
    entries.flatMap(([cue, phrases]) =>
      phrases.flatMap((spelling) => impliedBy(cue).map((value) => ({ spelling, value }))),
    ),
    formsOf,
  );
}

/** A kind of visit is a visit. */
function impliedBy(cue: Cue): readonly Cue[] {
  return cue === 'state' || cue === 'official' || cue === 'working' ? [cue, 'visit'] : [cue];
}
