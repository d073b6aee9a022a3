import type { Block, Entry } from '../../../src/domain/message.ts';
import { type ActionRules, renderActions } from './render-actions.ts';
import { renderList } from './render-list.ts';
import { renderRecords } from './render-records.ts';
import { renderTable } from './render-table.ts';
import { renderHeading, renderParagraph } from './render-text.ts';
import { safeText } from './safe-text.ts';
import { type Piece, pieceOf } from './split-posts.ts';

export interface Surface extends ActionRules {
  /** The Home tab has none. */
  readonly hasTables: boolean;
}

/** One block of a message as pieces of posts. `place` is its place in the message. */
export function renderBlock(block: Block, place: number, rules: Surface): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block.text);
    case 'paragraph':
      return renderParagraph(block.text);
    case 'list':
      return renderList(block.items, block.isOrdered);
    case 'entries':
      return block.entries.flatMap((entry, index) => renderEntry(entry, `${place}.${index}`, rules));
    case 'image':
      return renderImage(block);
    case 'fields':
      return renderRecords([block.fields]);
    case 'table':
      return renderTable(block, rules.hasTables);
    case 'divider':
      return [pieceOf({ type: 'divider' })];
    case 'actions':
      return renderActions(block.actions, `${place}`, rules).map((row) => pieceOf(row));
  }
}

/** The buttons stay with the end of the text. */
function renderEntry({ text, actions }: Entry, place: string, rules: ActionRules): readonly Piece[] {
  const lines = renderParagraph(text);
  const last = lines.at(-1)?.blocks ?? [];
  const rows = renderActions(actions, place, rules);
  const blocks = [...last, ...rows];
  return blocks.length === 0 ? [] : [...lines.slice(0, -1), pieceOf(...blocks)];
}

/** The picture itself is uploaded beside the post; where it would stand are the words for it. */
function renderImage({ alt, file }: Extract<Block, { kind: 'image' }>): readonly Piece[] {
  const words = [alt, file.name].map(safeText).find((text) => text.trim() !== '') ?? '…';
  const [first = pieceOf(), ...rest] = renderParagraph([{ kind: 'italic', text: words }]);
  return [{ ...first, files: [{ ...file, alt: words.trim() }] }, ...rest];
}
