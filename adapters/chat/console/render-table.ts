import type { Block } from '../../../src/domain/message.ts';
import { type RenderOptions, renderInlines, styled } from './render-inlines.ts';
import { padEnd, padStart, widthOf, wrapBehind, wrapText } from './wrap-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

const GAP = '  ';
/** A column is not squeezed below this. */
const NARROWEST_COLUMN = 14;
const NUMBER = /^[-+−]?[\d.,\s]+\s?%?$/;

/** Columns as wide as their cells, squeezed where the terminal is narrower; records one above the other where that fails. */
export function renderTable({ columns, rows }: Table, options: RenderOptions): readonly string[] {
  const head = columns.map((name) => renderInlines([{ kind: 'text', text: name }], options));
  const cells = rows.map((row) => head.map((_, index) => renderInlines(row[index] ?? [], options)));
  const natural = head.map((name, index) =>
    Math.max(widthOf(name), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const widths = squeeze(natural, options.columns - GAP.length * (head.length - 1));
  if (widths === null) return renderRecords(head, cells, options);
  const isNumeric = head.map(
    (_, index) => cells.length > 0 && cells.every((row) => NUMBER.test(row[index] ?? '')),
  );
  const rule = styled(widths.map((width) => '─'.repeat(width)).join(GAP), 'dim', options);
  const layOut = (row: readonly string[]) => rowLines(row, widths, isNumeric);
  return [...layOut(head.map((name) => styled(name, 'bold', options))), rule, ...cells.flatMap(layOut)];
}

/** Takes from the widest column until the row fits; null when columns would become too narrow to read. */
function squeeze(natural: readonly number[], available: number): readonly number[] | null {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  while (total() > available) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST_COLUMN) return null;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function rowLines(
  row: readonly string[],
  widths: readonly number[],
  isNumeric: readonly boolean[],
): readonly string[] {
  const wrapped = row.map((cell, index) => wrapText(cell, widths[index] ?? NARROWEST_COLUMN));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => (isNumeric[index] ? padStart : padEnd)(lines[line] ?? '', widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

function renderRecords(
  head: readonly string[],
  cells: readonly (readonly string[])[],
  options: RenderOptions,
): readonly string[] {
  const records = cells.map((row) =>
    row.flatMap((cell, index) =>
      wrapBehind(`${styled(head[index] ?? '', 'dim', options)}: `, cell, options.columns),
    ),
  );
  return records.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
