import type { types } from '@slack/bolt';
import type { Block, Citation, Inline, Inlines, Message } from '../../../../src/domain/message.ts';
import { withoutSteering } from '../../../../src/messages/without-steering.ts';

/** Dates as `anyMessage` has them, and as people read them. */
const DATES: Readonly<Record<string, string>> = {
  '2025-04-24': '24 Apr 2025',
  'about 2026-02-02': 'about 2 Feb 2026',
  '2025-09': 'Sept 2025',
};

/**
 * Text without what rendering may add or change: spaces, marks of direction, quotation marks around both halves of a
 * quotation that was cut, the sign for no value, names of columns, which stand in every table that goes on and in every
 * record, and what rendering says by itself.
 */
export function comparable(text: string): string {
  return withoutSteering(text.replace(/Column \d+:?/g, ''))
    .replace(/[\s“”–]+/g, '')
    .replace(/Thereisnothingtoshow\.|Thereismorethanfitsonthispage\./g, '');
}

/** All that a message says, buttons aside. */
export function textOfMessage({ blocks }: Message): string {
  return blocks.map(textOfBlock).join('');
}

export function citationText({ source, date }: Citation): string {
  return `[${source}, ${DATES[date] ?? date}]`;
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOf(block.text);
    case 'list':
      return block.items.map(textOf).join('');
    case 'entries':
      return block.entries.map(({ text }) => textOf(text)).join('');
    case 'fields':
      return block.fields.map(({ label, value }) => labelled(label) + textOf(value)).join('');
    case 'image':
      return shows(block.alt) ? block.alt : block.file.name;
    case 'table':
      return block.rows.flat().map(textOf).join('');
    default:
      return '';
  }
}

function labelled(label: string): string {
  return shows(label) ? `${label}:` : '';
}

function shows(text: string): boolean {
  return withoutSteering(text).trim() !== '';
}

function textOf(inlines: Inlines): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  return inline.kind === 'citation' ? citationText(inline) : inline.text;
}

/** All that blocks show, one line for every stretch of text, buttons aside. */
export function textOfBlocks(blocks: readonly types.KnownBlock[]): string {
  return textsIn(blocks.filter(({ type }) => type !== 'actions')).join('\n');
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
}
