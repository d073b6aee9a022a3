import type { Inline, Inlines } from '../domain/message.ts';

/** How long inlines are once a platform's renderer has written them. */
export type Measure = (inlines: Inlines) => number;

/**
 * Cuts one run of text into parts that measure at most `most` each: after a sentence with its citations, else at a
 * space, else between two characters. A citation stays in one part with the end of the words before it, and the parts
 * joined are the text again.
 */
export function splitInlines(inlines: Inlines, most: number, measure: Measure): readonly Inlines[] {
  if (measure(inlines) <= most) return [inlines];
  const sentences = sentencesOf(inlines).flatMap((sentence) => fitting(sentence, most, measure));
  const parts: Inlines[] = [];
  for (const sentence of sentences) {
    const joined = [...(parts.at(-1) ?? []), ...sentence];
    if (parts.length > 0 && measure(joined) <= most) parts[parts.length - 1] = joined;
    else parts.push(sentence);
  }
  return parts;
}

/** Sentences, each with the citations behind it. */
function sentencesOf(inlines: Inlines): readonly Inlines[] {
  const fragments = inlines.flatMap(cutAtSentences);
  const sentences: Inline[][] = [];
  let isOpen = false;
  for (const fragment of fragments) {
    if (isOpen || fragment.kind === 'citation' || isBlank(fragment)) sentences.at(-1)?.push(fragment);
    else sentences.push([fragment]);
    if (sentences.length === 0) sentences.push([fragment]);
    isOpen = fragment.kind !== 'citation' && !(endsSentence(fragment) || (!isOpen && isBlank(fragment)));
  }
  return sentences;
}

function cutAtSentences(inline: Inline): readonly Inline[] {
  if (inline.kind !== 'text' && inline.kind !== 'quote') return [inline];
  const segments = [...new Intl.Segmenter('und', { granularity: 'sentence' }).segment(inline.text)];
  return segments.map(({ segment }) => ({ ...inline, text: segment }));
}

function endsSentence(inline: Inline): boolean {
  return 'text' in inline && /[.!?…۔؟。][\p{Pf}\p{Pe}"'”]*\s*$/u.test(inline.text);
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}

/** A sentence that is too long by itself, cut; its last part holds the citations. */
function fitting(sentence: Inlines, most: number, measure: Measure): readonly Inlines[] {
  if (measure(sentence) <= most) return [sentence];
  const parts: Inlines[] = [];
  let open: readonly Inline[] = [];
  for (const piece of sentence.flatMap(cutAtSpaces)) {
    const next = [...open, piece];
    if (open.length === 0 || measure(joinAlike(next)) <= most) open = next;
    else {
      const kept = piece.kind === 'citation' ? heldBack(open) : 0;
      parts.push(joinAlike(open.slice(0, open.length - kept)));
      open = [...open.slice(open.length - kept), piece];
    }
  }
  return [...parts, joinAlike(open)].filter((part) => part.length > 0);
}

/** How many pieces before a citation move to the next part with it: back to the last word, unless that is all there is. */
function heldBack(open: Inlines): number {
  const word = open.findLastIndex((piece) => piece.kind !== 'citation' && !isBlank(piece));
  return word <= 0 ? 0 : open.length - word;
}

/** Longest run that stays in one piece. */
const LONGEST_WORD = 60;

function cutAtSpaces(inline: Inline): readonly Inline[] {
  if (inline.kind === 'citation' || inline.kind === 'link') return [inline];
  const words = inline.text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [inline.text];
  return words.flatMap(cutLongWord).map((text) => ({ ...inline, text }));
}

function cutLongWord(word: string): readonly string[] {
  if (word.length <= LONGEST_WORD) return [word];
  const characters = [...new Intl.Segmenter('und').segment(word)].map(({ segment }) => segment);
  const count = Math.ceil(characters.length / LONGEST_WORD);
  return Array.from({ length: count }, (_, place) =>
    characters.slice(place * LONGEST_WORD, (place + 1) * LONGEST_WORD).join(''),
  );
}

/** Neighbours of one kind become one again. */
function joinAlike(pieces: Inlines): Inlines {
  const joined: Inline[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isAlike =
      last !== undefined &&
      last.kind === piece.kind &&
      (piece.kind === 'text' ||
        piece.kind === 'bold' ||
        piece.kind === 'italic' ||
        piece.kind === 'code' ||
        piece.kind === 'quote');
    if (isAlike && 'text' in last) joined[joined.length - 1] = { ...piece, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
