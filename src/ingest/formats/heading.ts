import { findDateline } from '../dateline.ts';

export interface Headed {
  readonly title: string | null;
  readonly body: string;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

const MAX_TITLE = 200;
const MAX_HEADING_LINES = 3;
/** A longer line with a dateline is a paragraph even when no full stop ends it. */
const MIN_PARAGRAPH = 120;
const ENDS_SENTENCE = /[.۔।…:;,]["'”’»)]*$/u;

/**
 * Parts a plain text from the title above it. Lines above a dateline are the heading: the first is the title, further
 * ones are sub-headlines and belong to neither. Without a dateline only a single line that does not end like a
 * sentence, with a longer line below it, is a title.
 */
export function partHeading(text: string): Headed {
  const lines = firstLines(text);
  const [first, second] = lines;
  const datelineAt = lines.findIndex(isDatelined);
  const heading = lines.slice(0, datelineAt);
  if (datelineAt > 0 && heading.every(isTitleLike)) return parted(text, first, lines[datelineAt]);

  const isTitled = datelineAt !== 0 && first !== undefined && second !== undefined && isTitleLike(first);
  return isTitled && second.text.length > first.text.length
    ? parted(text, first, second)
    : { title: null, body: text };
}

function parted(text: string, title: Line | undefined, body: Line | undefined): Headed {
  return { title: title?.text.replace(/^#+\s*/, '') ?? null, body: text.slice(body?.start ?? 0) };
}

function isTitleLike({ text }: Line): boolean {
  return text.length <= MAX_TITLE && !ENDS_SENTENCE.test(text);
}

/** "Pakistan – Kazakhstan: new flights" begins like a dateline, but is a title. */
function isDatelined(line: Line): boolean {
  return findDateline(line.text) !== null && (line.text.length > MIN_PARAGRAPH || !isTitleLike(line));
}

function firstLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line.trim(), start });
    if (lines.length > MAX_HEADING_LINES) break;
    start += line.length + 1;
  }
  return lines;
}
