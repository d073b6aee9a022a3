import type { types } from '@slack/bolt';
import { LIMITS } from './limits.ts';
import { words } from './render-words.ts';
import { shortened } from './safe-text.ts';

type Part = types.RichTextBlockElement | types.RichTextElement;

/**
 * What a notification and a screen reader say of a post: its text, else its buttons. Slack reads this as markup, so the
 * three signs by which a mention or a link begins are written as entities.
 */
export function renderFallback(blocks: readonly types.KnownBlock[]): string {
  const lines = blocks.flatMap(linesOf).filter((line) => line.trim() !== '');
  const text = lines.length > 0 ? lines.join('\n') : blocks.flatMap(labelsOf).join(' · ');
  return escaped(text === '' ? words.nothing : text);
}

function escaped(text: string): string {
  const whole = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return shortened(whole, LIMITS.post.fallback).replace(/&[a-z]*…$/, '…');
}

function linesOf(block: types.KnownBlock): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'rich_text':
      return block.elements.flatMap(partLines);
    case 'table':
      return block.rows.map((cells) => cells.map(cellText).join(' | '));
    default:
      return [];
  }
}

function partLines(part: types.RichTextBlockElement): readonly string[] {
  if (part.type !== 'rich_text_list') return [part.elements.map(textOf).join('')];
  return part.elements.map((item) => `• ${item.elements.map(textOf).join('')}`);
}

function cellText(cell: types.TableBlock['rows'][number][number]): string {
  return cell.type === 'rich_text' ? cell.elements.flatMap(partLines).join(' ') : cell.text;
}

function textOf(part: Part): string {
  return 'text' in part ? (part.text ?? '') : '';
}

function labelsOf(block: types.KnownBlock): readonly string[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((element) => {
    if (element.type === 'button') return [element.text.text];
    if (element.type !== 'static_select') return [];
    return (element.options ?? []).map(({ text }) => text.text);
  });
}
