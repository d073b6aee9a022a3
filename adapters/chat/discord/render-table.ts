import type { Block, Inlines } from '../../../src/domain/message.ts';
import type { TextPart } from './components-part.ts';
import { renderAligned } from './render-aligned.ts';
import { renderLines } from './render-text.ts';
import { cleanText } from './safe-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Aligned lines where a table is narrow and all words, else one line a row that names what each cell is. */
export function renderTable({ columns, rows }: Table): readonly TextPart[] {
  const aligned = renderAligned(columns, rows);
  if (aligned !== null) return aligned;
  const records = rows.map((row) => record(columns, row));
  return rows.length === 0 ? renderLines([names(columns)], () => '') : renderLines(records, () => '- ');
}

function names(columns: readonly string[]): Inlines {
  return separated(columns.map((text) => [{ kind: 'bold', text }]));
}

/** `**Topic** Trade · **Articles** 12`, without the cells that are empty. */
function record(columns: readonly string[], row: readonly Inlines[]): Inlines {
  const cells = row.map((cell, column): Inlines => {
    if (!cell.some(showsWords)) return [];
    return [{ kind: 'bold', text: columns[column] ?? '' }, { kind: 'text', text: ' ' }, ...cell];
  });
  return separated(cells);
}

function showsWords(inline: Inlines[number]): boolean {
  return inline.kind === 'citation' || cleanText(inline.text).trim() !== '';
}

function separated(parts: readonly Inlines[]): Inlines {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, place) => (place === 0 ? part : [{ kind: 'text', text: ' · ' }, ...part]));
}
