import type { WordedText } from './find-mentions.ts';
import type { ProfileIndex } from './profile-index.ts';

/** Characters at the head and tail of a text in which a credit stands: "ASTANA (APP) –", "…, reported Akorda". */
const HEAD = 400;
const TAIL = 160;

/** Ids of sources that the text credits, in reading order. */
export function findCredits({ text, words, language }: WordedText, index: ProfileIndex): string[] {
  const hits = index.credits.find(text, words, language);
  const near = hits.filter(({ start }) => start < HEAD || start > text.length - TAIL);
  return [...new Set(near.flatMap(({ values }) => values))];
}
