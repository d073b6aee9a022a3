const RIGHT_TO_LEFT_MARK = '\u200F';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/** With the Arabic comma, semicolon, question mark and percent sign, which Unicode counts as common. */
const SIGNS =
  '\\u060C\\u061B\\u061F\\u066A\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Thaana}\\p{Script=Syriac}';
const RIGHT_TO_LEFT = `[${SIGNS}]`;
const OTHERS = new RegExp(`[^${SIGNS}]+`, 'gu');
/** What may stand between two right-to-left words of one stretch: anything without a direction of its own. */
const NEUTRAL = '[\\p{N}\\p{P}\\p{S}\\p{Z}\\p{M}\\u200C\\u200D]';
/** A closing quotation mark before an opening one: a list of quoted words, each of which is a stretch of its own. */
const NEXT_QUOTE = '”[^\\p{L}“]*“';
const STRETCH = new RegExp(
  `${RIGHT_TO_LEFT}(?:(?:(?!${NEXT_QUOTE})${NEUTRAL}|${RIGHT_TO_LEFT})*(?:${RIGHT_TO_LEFT}|\\p{M}))?`,
  'gu',
);

interface Mark {
  /** Place in the text of the whole line. */
  readonly at: number;
  readonly sign: string;
  readonly isOpening: boolean;
}

/**
 * Sets right-to-left stretches of one line apart, so that they do not reorder the Latin beside them; a line that is
 * right-to-left itself is set apart as a whole and says at its start which way it runs. A stretch may begin in one run
 * of the line and end in another.
 */
export function isolateDirection<Run extends { readonly text: string }>(
  runs: readonly Run[],
  isRightToLeft: boolean,
): readonly Run[] {
  const line = runs.map(({ text }) => text).join('');
  const marks = isRightToLeft ? marksAround(line) : marksWithin(line);
  if (marks.length === 0) return runs;
  let from = 0;
  return runs.map((run) => {
    const text = withMarks(run.text, from, marks);
    from += run.text.length;
    return { ...run, text };
  });
}

export function isolateText(text: string): string {
  return isolateDirection([{ text }], runsRightToLeft(text))
    .map((run) => run.text)
    .join('');
}

/** Most letters run from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letters = text.replace(/\P{L}+/gu, '');
  return letters.replace(OTHERS, '').length * 2 > letters.length;
}

function marksAround(line: string): readonly Mark[] {
  return [
    { at: 0, sign: RIGHT_TO_LEFT_MARK + RIGHT_TO_LEFT_ISOLATE, isOpening: true },
    { at: line.length, sign: POP_ISOLATE, isOpening: false },
  ];
}

function marksWithin(line: string): readonly Mark[] {
  return [...line.matchAll(STRETCH)].flatMap(({ index, 0: stretch }) => [
    { at: index, sign: RIGHT_TO_LEFT_ISOLATE, isOpening: true },
    { at: index + stretch.length, sign: POP_ISOLATE, isOpening: false },
  ]);
}

/** What opens stands in the run that it opens, what closes in the run that it closes. */
function withMarks(text: string, from: number, marks: readonly Mark[]): string {
  const to = from + text.length;
  const own = marks.filter(({ at, isOpening }) =>
    isOpening ? at >= from && at < to : at > from && at <= to,
  );
  return own.reduceRight(
    (marked, { at, sign }) => marked.slice(0, at - from) + sign + marked.slice(at - from),
    text,
  );
}
