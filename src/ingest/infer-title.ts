import type { Language } from '../domain/identity.ts';
import { splitSentences } from '../language/sentences.ts';
import { findDateline } from './dateline.ts';
import { normaliseTitle } from './normalise-text.ts';

const MAX_LENGTH = 110;

/** A title for an article that has none: its first sentence after the dateline, cut at a word. */
export function inferTitle(text: string, language: Language): string {
  const start = findDateline(text)?.end ?? 0;
  const sentence = splitSentences(text, language).find(({ end }) => end > start);
  const words = normaliseTitle(text.slice(start, sentence?.end ?? text.length));
  return shorten(words.replace(/[.۔]$/u, ''));
}

function shorten(words: string): string {
  if (words.length <= MAX_LENGTH) return words;
  const cut = words.slice(0, MAX_LENGTH);
  const lastSpace = cut.lastIndexOf(' ');
  const whole = lastSpace > 0 ? cut.slice(0, lastSpace) : cut.slice(0, -1);
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
