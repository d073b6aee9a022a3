import type { Inline, Inlines } from '../domain/message.ts';

/** How long inlines are once a platform's renderer has written them. */
export type Measure = (inlines: Inlines) => number;

/** A stretch of one inline of the text. Neighbours of the same origin become one inline again. */
interface Piece {
  readonly inline: Inline;
  readonly origin: number;
}

type Pieces = readonly Piece[];
type Fits = (pieces: Pieces) => boolean;

const SENTENCES = new Intl.Segmenter('und', { granularity: 'sentence' });
const CHARACTERS = new Intl.Segmenter('und');

/**
 * Cuts one run of text into parts that measure at most `most` each: after a sentence with its citations, else after a
 * citation, else at a space, else between two characters. A citation stays in one part with the end of the words before
 * it, and the parts joined are the text again. Only a citation is never cut: one that measures more is a part by itself.
 */
export function splitInlines(inlines: Inlines, most: number, measure: Measure): readonly Inlines[] {
  if (measure(inlines) <= most) return [inlines];
  const fits: Fits = (pieces) => measure(joined(pieces)) <= most;
  const pieces = inlines.flatMap((inline, origin) =>
    cutAtSentences(inline).map((piece) => ({ inline: piece, origin })),
  );
  const sentences = sentencesOf(pieces).flatMap((sentence) => fitting(sentence, fits));
  return packed(sentences, fits).map(joined);
}

function packed(runs: readonly Pieces[], fits: Fits): readonly Pieces[] {
  const parts: Pieces[] = [];
  for (let from = 0; from < runs.length; ) {
    const to = from + countFitting(runs.slice(from), (first) => fits(first.flat()));
    parts.push(runs.slice(from, to).flat());
    from = to;
  }
  return parts;
}

/** How many of the first fit together, at least one. More of them never measure less, so only a few counts are tried. */
function countFitting<Run>(runs: readonly Run[], fits: (first: readonly Run[]) => boolean): number {
  let fitting = 1;
  let tooMany = runs.length + 1;
  while (tooMany - fitting > 1) {
    const count = Math.min(fitting * 2, Math.floor((fitting + tooMany) / 2));
    if (fits(runs.slice(0, count))) fitting = count;
    else tooMany = count;
  }
  return fitting;
}

function joined(pieces: Pieces): Inlines {
  const whole: Piece[] = [];
  for (const { inline, origin } of pieces) {
    const last = whole.at(-1);
    if (last?.origin === origin && 'text' in last.inline && 'text' in inline) {
      whole[whole.length - 1] = { origin, inline: { ...inline, text: last.inline.text + inline.text } };
    } else whole.push({ inline, origin });
  }
  return whole.map(({ inline }) => inline);
}

function cutAtSentences(inline: Inline): readonly Inline[] {
  if (inline.kind === 'citation' || inline.text === '') return [inline];
  const segments = SENTENCES.segment(inline.text);
  return Array.from(segments, ({ segment }) => ({ ...inline, text: segment }));
}

/** Sentences, each with the citations behind it. */
function sentencesOf(pieces: Pieces): readonly Pieces[] {
  const sentences: Piece[][] = [];
  for (const piece of pieces) {
    const open = sentences.at(-1);
    if (open === undefined || (isEnded(open) && beginsSentence(piece))) sentences.push([piece]);
    else open.push(piece);
  }
  return sentences;
}

const END = /[.!?…۔؟。][\p{Pf}\p{Pe}"'”]*\s*$/u;
/** `Gen.`, `Mr.`, `u. a.`: a dot that seldom ends a sentence. */
const ABBREVIATION = /(?:^|[\s(.])(?:\p{L}|\p{Lu}\p{Ll}{1,3})\.\s*$/u;
/** A small letter, a comma, a dash or a middle dot goes on with the sentence before, whatever sign ended that. */
const GOES_ON = /^\s*(?:\p{Ll}|[^\s\p{L}\p{M}\p{N}\p{Ps}\p{Pi}"'])/u;

function isEnded(sentence: Pieces): boolean {
  const last = sentence.findLast((piece) => !isBlank(piece))?.inline;
  if (last === undefined) return false;
  return last.kind === 'citation' || (END.test(last.text) && !ABBREVIATION.test(last.text));
}

function beginsSentence({ inline }: Piece): boolean {
  if (inline.kind === 'citation' || inline.text.trim() === '') return false;
  return inline.kind === 'quote' || !GOES_ON.test(inline.text);
}

function isBlank({ inline }: Piece): boolean {
  return inline.kind !== 'citation' && inline.text.trim() === '';
}

function hasWords({ inline }: Piece): boolean {
  return inline.kind !== 'citation' && /[\p{L}\p{N}]/u.test(inline.text);
}

/** A sentence as it is, or cut where it is too long by itself: after the citations inside it, else at spaces. */
function fitting(sentence: Pieces, fits: Fits): readonly Pieces[] {
  if (fits(sentence)) return [sentence];
  const statements = statementsOf(sentence);
  if (statements.length > 1) return statements.flatMap((statement) => fitting(statement, fits));
  return cutInside(sentence, fits);
}

/** Words with the citations that follow them at once. */
function statementsOf(sentence: Pieces): readonly Pieces[] {
  const statements: Piece[][] = [];
  for (const piece of sentence) {
    const open = statements.at(-1);
    const isNext = open?.at(-1)?.inline.kind === 'citation' && hasWords(piece);
    if (open === undefined || isNext) statements.push([piece]);
    else open.push(piece);
  }
  return statements;
}

function cutInside(statement: Pieces, fits: Fits): readonly Pieces[] {
  const words = statement.flatMap(cutAtSpaces);
  const parts: Pieces[] = [];
  for (let from = 0; from < words.length; ) {
    const open = words.slice(from, from + countFitting(words.slice(from), fits));
    const kept = heldBack(open, words[from + open.length]);
    parts.push(open.slice(0, open.length - kept));
    from += open.length - kept;
  }
  return parts;
}

/** How many move to the next part with a citation: all from the last word on, unless that is everything. */
function heldBack(open: Pieces, next: Piece | undefined): number {
  const word = next?.inline.kind === 'citation' ? open.findLastIndex(hasWords) : 0;
  return word > 0 ? open.length - word : 0;
}

/** Longest run that stays in one piece, in UTF-16 units. */
const LONGEST_WORD = 60;

function cutAtSpaces({ inline, origin }: Piece): readonly Piece[] {
  if (inline.kind === 'citation') return [{ inline, origin }];
  const words = inline.text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [inline.text];
  return words.flatMap(cutLongWord).map((text) => ({ origin, inline: { ...inline, text } }));
}

function cutLongWord(word: string): readonly string[] {
  if (word.length <= LONGEST_WORD) return [word];
  const pieces: string[] = [];
  for (const character of charactersOf(word)) {
    const longer = (pieces.at(-1) ?? '') + character;
    if (pieces.length > 0 && longer.length <= LONGEST_WORD) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}

/** Characters as a reader sees them; one under a pile of marks is cut in the pile. */
function charactersOf(word: string): readonly string[] {
  return Array.from(CHARACTERS.segment(word), ({ segment }) => segment).flatMap((character) =>
    character.length > LONGEST_WORD ? [...character] : [character],
  );
}
