import type { Sentence } from '../domain/understanding.ts';
import { findDateline } from '../ingest/dateline.ts';

/** Fewer words than this are a place, a date or a credit, not a sentence that tells something. */
const FEWEST_WORDS = 5;

/**
 * The first sentence that tells something, as an exact slice of the text without its dateline; null when there is
 * none. `sentences` are those of the text, in order.
 */
export function leadSentence(text: string, sentences: readonly Sentence[]): string | null {
  const bodyStart = findDateline(text)?.end ?? 0;
  for (const sentence of sentences) {
    const slice = text.slice(Math.max(sentence.start, bodyStart), Math.max(sentence.end, bodyStart)).trim();
    if (slice.split(/\s+/).length >= FEWEST_WORDS) return slice;
  }
  return null;
}
