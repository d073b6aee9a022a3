import type { types } from '@slack/bolt';
import type { Block, Inlines } from '../../../src/domain/message.ts';
import { blocksWeight } from './blocks-weight.ts';
import { LIMITS } from './limits.ts';
import { renderInlines } from './render-inlines.ts';
import { renderRecords } from './render-records.ts';
import { richText, section } from './render-text.ts';
import { words } from './render-words.ts';
import { splitByWeight } from './split-by-weight.ts';
import { type Piece, pieceOf } from './split-posts.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Cell = types.TableBlock['rows'][number][number];

const NUMBER = /^[-+−]?[\d.,\s]+\s?%?$/;

/** A long table is continued in further tables under the same head; one that is too wide becomes records. */
export function renderTable({ columns, rows }: Table, hasTables: boolean): readonly Piece[] {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const head = Array.from({ length: width }, (_, column) => columns[column] ?? '');
  if (width === 0) return [];
  const headCells = head.map((name) => cellOf([{ kind: 'text', text: name }]));
  const rowCells = rows.map((row) => head.map((_, column) => cellOf(row[column] ?? [])));
  const weight = LIMITS.table.weight - blocksWeight(headCells);
  const isTooWide = width > LIMITS.table.columns;
  if (!hasTables || isTooWide || rowCells.some((cells) => blocksWeight(cells) > weight)) {
    return renderRecords(
      rows.map((row) => row.map((value, column) => ({ label: head[column] ?? '', value }))),
    );
  }
  const settings = head.map((_, column) => columnSettings(rowCells.map((cells) => cells[column])));
  const bounds = { weightOf: blocksWeight, weight, count: LIMITS.table.rows - 1 };
  const groups = rows.length === 0 ? [[]] : splitByWeight(rowCells, bounds);
  return groups.map((group) => pieceOf(tableOf([headCells, ...group], settings)));
}

function tableOf(
  rows: readonly (readonly Cell[])[],
  settings: NonNullable<types.TableBlock['column_settings']>,
): types.TableBlock {
  return { type: 'table', rows: rows.map((cells) => [...cells]), column_settings: settings };
}

/** Slack takes no empty cell. */
function cellOf(inlines: Inlines): Cell {
  const runs = renderInlines(inlines);
  if (runs.length === 0) return { type: 'raw_text', text: words.noValue };
  const isPlain = runs.every(({ type, style }) => type === 'text' && style === undefined);
  return isPlain ? { type: 'raw_text', text: textOf(runs) } : richText(section(runs));
}

function textOf(runs: readonly { readonly text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Numbers stand below each other at the right; words go on in a second line rather than off the screen. */
function columnSettings(cells: readonly (Cell | undefined)[]) {
  const isNumeric =
    cells.length > 0 && cells.every((cell) => cell?.type === 'raw_text' && NUMBER.test(cell.text));
  return isNumeric ? { align: 'right' as const } : { is_wrapped: true };
}
