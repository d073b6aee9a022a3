import type { Block, Entry, Field, Inlines } from '../../../src/domain/message.ts';
import type { Part } from './components-part.ts';
import { renderActions } from './render-actions.ts';
import { renderImage } from './render-image.ts';
import { renderTable } from './render-table.ts';
import { renderLines, renderText } from './render-text.ts';
import { renderWords } from './render-words.ts';
import { APART, cleanText } from './safe-text.ts';
import { splitText } from './split-text.ts';

/** A longer heading is text. */
const LONGEST_HEADING = 256;

/** One block as parts in the order in which they are read; none when it shows nothing. */
export function renderBlock(block: Block): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block.text);
    case 'paragraph':
      return splitText(block.text).map(renderText);
    case 'list':
      return renderLines(block.items, (place) => (block.isOrdered ? `${place + 1}. ` : '- '));
    case 'entries':
      return block.entries.flatMap(renderEntry);
    case 'image':
      return renderImage(block.alt, block.file);
    case 'fields':
      return renderLines(block.fields.map(fieldLine), () => '');
    case 'table':
      return renderTable(block);
    case 'divider':
      return [block];
    case 'actions':
      return renderActions(block.actions);
  }
}

/** All of a heading is bold, and number signs at its end would be dropped. */
function renderHeading(text: Inlines): readonly Part[] {
  const words = text.map((inline) =>
    inline.kind === 'bold' ? { ...inline, kind: 'text' as const } : inline,
  );
  const parts = splitText(words);
  const [only = ''] = parts;
  if (parts.length !== 1 || only.length > LONGEST_HEADING) return parts.map(renderText);
  const markdown = `## ${only}${only.endsWith('#') ? APART : ''}`;
  return [{ kind: 'text', markdown, isHeading: true, opensBlock: true }];
}

function renderEntry({ text, actions }: Entry): readonly Part[] {
  const parts = splitText(text);
  const [button, ...further] = actions;
  if (button === undefined) return parts.map(renderText);
  const name = text
    .map((inline) => ('text' in inline ? cleanText(inline.text) : ''))
    .join('')
    .trim();
  const markdown = parts.at(-1) ?? renderWords.nothing;
  return [...parts.slice(0, -1).map(renderText), { kind: 'entry', markdown, name, button, further }];
}

function fieldLine({ label, value }: Field): Inlines {
  return [{ kind: 'bold', text: label }, { kind: 'text', text: ' ' }, ...value];
}
