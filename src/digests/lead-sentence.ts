import type { Sentence } from '../domain/understanding.ts';

/** Fewer words than this are a place, a date or a credit, not a sentence that tells something. */
const FEWEST_WORDS = 5;

const DATELINES = [
  // ISLAMABAD, Feb 4 (APP): · ISLAMABAD, (UrduPoint – 9th Aug, 2025): · LAHORE:
  /^(?:date \d{4}-\d\d-\d\d )?[\p{Lu}][\p{Lu} .'’-]{2,40}(?:, ?[^:()\n]{1,24})?,?(?: ?\([^()\n]{2,60}\))?:\s+/u,
  // ASTANA – · NUR-SULTAN. KAZINFORM – · Baku, 9. Juli, AZERTAC – · Астана. 21 желтоқсан. Kazakhstan Today –
  /^(?:date \d{4}-\d\d-\d\d )?(?:\p{Lu}{3}[\p{Lu} '’-]*|\p{Lu}[\p{L}'’-]+(?= ?[.,]))(?:[ .,]+(?:\p{Lu}[\p{L}.]*|\d[\d.]*\.?(?: \p{Ll}+)?))*[.,]? [–—-] /u,
  // اسلام آباد (اے پی پی) · راولپنڈی:
  /^\p{Script=Arabic}+(?: \p{Script=Arabic}+){0,2}(?::\s+| ?\([^()\n]{2,40}\):?\s+)/u,
];

/**
 * The first sentence that tells something, as an exact slice of the text without its dateline; null when there is
 * none. `sentences` are those of the text, in order.
 */
export function leadSentence(text: string, sentences: readonly Sentence[]): string | null {
  const bodyStart = datelineEnd(text);
  for (const sentence of sentences) {
    const slice = text.slice(Math.max(sentence.start, bodyStart), Math.max(sentence.end, bodyStart)).trim();
    if (slice.split(/\s+/).length >= FEWEST_WORDS) return slice;
  }
  return null;
}

function datelineEnd(text: string): number {
  const indent = text.length - text.trimStart().length;
  const body = text.slice(indent, indent + 160);
  for (const dateline of DATELINES) {
    const match = dateline.exec(body);
    if (match !== null) return indent + match[0].length;
  }
  return 0;
}
