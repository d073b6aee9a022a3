import stringWidth from 'string-width';
import type { Inline, Inlines } from '../../../src/domain/message.ts';
import type { TextPart } from './components-part.ts';
import { limits } from './limits.ts';
import { renderText } from './render-text.ts';
import { harmlessInCode } from './safe-code.ts';
import { hasRightToLeft } from './safe-direction.ts';
import { cleanText } from './safe-text.ts';

/** About as many signs of code fit in one line on a phone. */
const WIDEST_LINE = 44;
/** Marks take no width, but characters. */
const LONGEST_CELL = 80;
const GAP = '  ';
const FENCE = '```';
const NUMBER = /^[-+−]?[\d.,\s]+\s?%?$/;

type Cells = readonly (readonly string[])[];

/**
 * A table as lines of code, which keep their columns; one longer than a post goes on with its head repeated. Null when
 * it is too wide or holds what code cannot show: links, and right-to-left words, which it would tear apart.
 */
export function renderAligned(
  columns: readonly string[],
  rows: readonly (readonly Inlines[])[],
): readonly TextPart[] | null {
  const isUneven = rows.some((row) => row.length > columns.length);
  if (rows.length === 0 || columns.length === 0 || isUneven || rows.flat(2).some(isLinked)) return null;
  const head = columns.map(plainWords);
  const cells = rows.map((row) => head.map((_, column) => cellWords(row[column] ?? [])));
  const widths = head.map((_, column) =>
    Math.max(1, ...[head, ...cells].map((row) => stringWidth(row[column] ?? ''))),
  );
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (width > WIDEST_LINE || [head, ...cells].flat().some(isUnfit)) return null;
  const [first = '', ...lines] = alignedLines([head, ...cells], widths);
  return fenced([first, widths.map((one) => '─'.repeat(one)).join(GAP)], lines).map(renderText);
}

function isLinked(inline: Inline): boolean {
  return inline.kind === 'link' || inline.kind === 'citation';
}

function isUnfit(words: string): boolean {
  return words.includes(FENCE) || words.length > LONGEST_CELL || hasRightToLeft(words);
}

function cellWords(cell: Inlines): string {
  return cell
    .map((inline) => {
      const words = 'text' in inline ? plainWords(inline.text) : '';
      return inline.kind === 'quote' ? `“${words}”` : words;
    })
    .join('')
    .trim();
}

function plainWords(text: string): string {
  return harmlessInCode(cleanText(text));
}

/** Columns of numbers are set to the right. */
function alignedLines(cells: Cells, widths: readonly number[]): readonly string[] {
  const isNumeric = widths.map((_, column) => cells.slice(1).every((row) => NUMBER.test(row[column] ?? '')));
  return cells.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
        return isNumeric[column] ? `${space}${cell}` : `${cell}${space}`;
      })
      .join(GAP)
      .trimEnd(),
  );
}

function fenced(top: readonly string[], lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    const longer = [...top, ...(open ?? []), line].join('\n').length + 2 * (FENCE.length + 1);
    if (open !== undefined && longer <= limits.textCharacters) open.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => [FENCE, ...top, ...block, FENCE].join('\n'));
}
