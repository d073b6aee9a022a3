import anyAscii from 'any-ascii';
import { normaliseWord } from './words.ts';

/** Any script in lower-case ASCII letters, for comparing and indexing; not for showing. */
export function romanise(text: string): string {
  return anyAscii(text).toLowerCase();
}

const PLAIN = /^[a-z]+$/;
const ARABIC = /[\u0600-\u06FF]/;

/** Sounds of the Arabic script as Urdu writes it: `S` any of sh, zh, j, ch; letters that are not here are silent. */
const ARABIC_SOUNDS: Readonly<Record<string, string>> = Object.freeze({
  ...sounds('b', 'ب'),
  ...sounds('p', 'پ'),
  ...sounds('t', 'تٹط'),
  ...sounds('s', 'ثسصذزضظ'),
  ...sounds('S', 'شژجچ'),
  ...sounds('d', 'دڈ'),
  ...sounds('r', 'رڑ'),
  ...sounds('f', 'ف'),
  ...sounds('k', 'کق'),
  ...sounds('g', 'گغ'),
  ...sounds('l', 'ل'),
  ...sounds('m', 'م'),
  ...sounds('n', 'نں'),
});

/**
 * Spellings of one sound in Latin letters, longest first, each with a letter that it cannot do without. `ch` is German
 * before a consonant, English elsewhere.
 */
const LATIN_SOUNDS: readonly (readonly [string, RegExp, string])[] = [
  ['h', /(?:dsch|dzh|tsch|tch|shch|sch|sh|zh)/g, 'S'],
  ['h', /(?<=.)ch(?=[bdfgklmnprstvw])|kh|^chan$/g, 'h'],
  ['h', /ch/g, 'S'],
  ['j', /dj/g, 'S'],
  ['j', /^j(?=er)|(?<=i)j(?=[aeo][vw])|j(?=e[vw])|j(?=[bdfgklmnpst])|j$/g, ''],
  ['j', /j/g, 'S'],
  ['p', /ph/g, 'f'],
  ['c', /ck|c(?![eiy])/g, 'k'],
  ['q', /q/g, 'k'],
  ['t', /ts|tz/g, 's'],
  ['z', /z/g, 's'],
  ['c', /c/g, 's'],
  ['v', /v/g, 'f'],
  ['w', /w/g, 'f'],
  ['x', /x/g, 'ks'],
];

/**
 * What the spellings of a name have in common across scripts: its consonants, similar ones as one letter, with `a`
 * for a vowel at the beginning. Токаев, Тоқаев, Tokajew and توقایف are all `tkf`.
 */
export function skeleton(word: string): string {
  const norm = normaliseWord(word);
  return ARABIC.test(norm) ? arabicSkeleton(norm) : latinSkeleton(norm);
}

function arabicSkeleton(norm: string): string {
  if (/^[حخہھ]/.test(norm)) return `h${consonants(norm.slice(1))}`;
  if (norm.startsWith('و')) return `f${consonants(norm.slice(1))}`;
  return /^[اعیے]/.test(norm) ? `a${consonants(norm.slice(1))}` : consonants(norm);
}

/** `و` is a consonant before ا and ی, else a vowel. */
function consonants(word: string): string {
  let found = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at] ?? '';
    const isV = letter === 'و' && /[ای]/.test(word[at + 1] ?? '') && word.length > 2;
    found += isV ? 'f' : (ARABIC_SOUNDS[letter] ?? '');
  }
  return found;
}

function latinSkeleton(norm: string): string {
  let sounds = PLAIN.test(norm) ? norm : romanise(norm).replace(/[^a-z0-9]/g, '');
  for (const [letter, spelling, sound] of LATIN_SOUNDS) {
    if (sounds.includes(letter)) sounds = sounds.replace(spelling, sound);
  }
  const initial = /^[aeiouy]/.test(sounds) ? 'a' : sounds.slice(0, 1);
  const rest = sounds.slice(1).replace(/(.)\1+/g, '$1');
  const tail = rest.startsWith(initial) ? rest.slice(1) : rest;
  return initial + tail.replace(/[aeiouyh]/g, '');
}

function sounds(sound: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, sound]));
}
