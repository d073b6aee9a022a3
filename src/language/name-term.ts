import type { Language } from '../domain/identity.ts';
import { skeleton } from './romanise.ts';
import type { Word } from './words.ts';

const CAPITAL = /^\p{Lu}/u;
const ARABIC_WORD = /^[\u0600-\u06FF]{4,}$/;
/** A skeleton of one letter is shared by too many names. */
const SHORTEST_SKELETON = 2;

/** Case endings that would stay in a name's skeleton because they hold a consonant. */
const ENDINGS: Readonly<Record<Language, RegExp | null>> = Object.freeze({
  en: null,
  de: /(?<=.{4}[^aeiouyäöüs])s$/,
  ru: /(?<=.{4})(?:ом|ем|ами|ями|ах|ях)$|(?<=.{5})(?:ым|им)$/,
  kk: /(?<=.{4})(?<!с(?=тан$)|л(?=тан$))(?:[ндт][ыі]ң|[дтн][ае]н|[мбп]ен|[дт][ае](?:ғы|гі)?|[ндт][ыі]|[ғқ]а|[гк]е)$/,
  ur: /(?<=.{3})(?:ی?وں|ی?اں|یں)$/,
  other: null,
});

/** Does a word look like a name: capitalised, or of a script without capitals and not short? */
export function looksLikeName(text: string, { start, end, norm }: Word): boolean {
  return CAPITAL.test(text.slice(start, end)) || ARABIC_WORD.test(norm);
}

/** The term under which a name is found in every script: `x` and its skeleton; null when too little is left of it. */
export function nameTerm(norm: string): string | null {
  const found = skeleton(norm);
  return found.length < SHORTEST_SKELETON ? null : `x${found.replaceAll('S', 'c')}`;
}

/** A name without its case ending. */
export function withoutCase(norm: string, language: Language): string {
  const ending = ENDINGS[language];
  return ending === null ? norm : norm.replace(ending, '');
}
