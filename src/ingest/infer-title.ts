import type { Language } from '../domain/identity.ts';
import { splitSentences } from '../language/sentences.ts';
import { findDateline } from './dateline.ts';
import { normaliseTitle } from './normalise-text.ts';

const MAX_LENGTH = 110;
/** No first sentence is longer; a text without any end of a sentence may be. */
const MAX_LOOKED_AT = 4000;

/** A title for an article that has none: its first sentence after the dateline, cut at a word. */
export function inferTitle(text: string, language: Language): string {
  const start = findDateline(text)?.end ?? 0;
  const beginning = text.slice(0, MAX_LOOKED_AT);
  const sentence = splitSentences(beginning, language).find(({ end }) => end > start);
  const words = normaliseTitle(beginning.slice(start, sentence?.end));
  return shortenAtWord(words.replace(/[.۔]$/u, ''), MAX_LENGTH);
}

/** At most `maxLength` characters, an ellipsis for what was cut included. */
export function shortenAtWord(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength);
  const lastSpace = cut.lastIndexOf(' ');
  const whole = lastSpace > 0 ? cut.slice(0, lastSpace) : cut.slice(0, -1);
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
