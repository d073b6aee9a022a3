/** One word of a text: `text.slice(start, end)`, and the form under which it is compared. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly norm: string;
}

/** Letters and digits of any script; marks, soft hyphens, tatweel and joiners may stand inside, apostrophes between letters. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]*(?:['’ʼʻ‘`´][\p{L}\p{M}]+)*/gu;

/** "Pakistan's", "don't": what follows the apostrophe is not part of the word. */
const CLITIC = /(?:n['’](?=t$)|['’](?=(?:s|re|ve|ll|d|m)$))/i;

/** Letters that are their own norm; most words hold no others. */
const PLAIN = /^[a-z0-9äöüа-яәғқңөұүһіابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے]+$/;

/** Apostrophes, tatweel, zero-width signs, direction marks, and the marks that NFKC could not compose. */
const IGNORED = /['’ʼʻ‘`´\u00AD\u0640\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[\u0300-\u036F]/gu;
const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g;
const ARABIC_VARIANTS = /[أإآٱؤئيىېكةهۂۀۃ٠-٩۰-۹]/g;
const ARABIC_SCRIPT = /[\u0600-\u06FF]/;

/** Spellings of one Arabic-script letter on different keyboards, folded to the Urdu one. */
const FOLDED: Readonly<Record<string, string>> = Object.freeze({
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ہ',
  ه: 'ہ',
  ۂ: 'ہ',
  ۀ: 'ہ',
  ۃ: 'ہ',
});

/** The words of a text in order. A hyphen ends a word: "Kassym-Jomart" is two. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = withoutClitic(match[0]);
    const norm = normaliseWord(raw);
    if (norm !== '') words.push({ start: match.index, end: match.index + raw.length, norm });
  }
  return words;
}

/** One form for all spellings that mean the same word: lower case, one alphabet variant, no decoration. */
export function normaliseWord(raw: string): string {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const plain = lower.normalize('NFKC').replace(IGNORED, '').replaceAll('ё', 'е').replaceAll('ß', 'ss');
  return ARABIC_SCRIPT.test(plain) ? foldArabic(plain) : plain;
}

function foldArabic(word: string): string {
  return word
    .replace(ARABIC_MARKS, '')
    .replace(ARABIC_VARIANTS, (letter) => FOLDED[letter] ?? digitOf(letter));
}

/** Both Arabic-Indic digit rows end in the digit's own value. */
function digitOf(letter: string): string {
  return String((letter.codePointAt(0) ?? 0) & 0xf);
}

function withoutClitic(raw: string): string {
  if (!/['’]/.test(raw)) return raw;
  const at = raw.search(CLITIC);
  return at > 0 ? raw.slice(0, at) : raw;
}
