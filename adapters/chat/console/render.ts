import type { Action, Block, Entry, Field, Inlines, Message } from '../../../src/domain/message.ts';
import { type RenderOptions, renderInlines, styled } from './render-inlines.ts';
import { renderTable } from './render-table.ts';
import { safeText } from './safe-text.ts';
import { words } from './words.ts';
import { padEnd, padStart, widthOf, wrapBehind, wrapText } from './wrap-text.ts';

/** Prose in longer lines is hard to read, however wide the terminal is. */
const WIDEST_PROSE = 100;
/** Width of a divider where lines have no end. */
const UNWRAPPED_DIVIDER = 40;
/** A list with an item of so many lines is set apart. */
const LONG_ITEM_LINES = 3;
/** Field labels longer than this stand above their value. */
const WIDEST_LABEL = 24;

/** A message as lines of a terminal, blocks apart by one empty line, no line break at the end. */
export function renderMessage(message: Message, options: RenderOptions): string {
  return message.blocks
    .map((block) => renderBlock(block, options).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}

function renderBlock(block: Block, wide: RenderOptions): readonly string[] {
  const isWrapped = Number.isFinite(wide.columns);
  const options = isWrapped ? { ...wide, columns: Math.min(wide.columns, WIDEST_PROSE) } : wide;
  switch (block.kind) {
    case 'heading':
      return renderHeading(block.text, options);
    case 'paragraph':
      return wrapText(renderInlines(block.text, options), options.columns);
    case 'list':
      return renderList(block.items, block.isOrdered, options);
    case 'entries':
      return renderList(block.entries.map(withFirstCommand), false, options);
    case 'image':
      return wrapText(`[${safeText(block.alt)}]`, options.columns);
    case 'fields':
      return renderFields(block.fields, options);
    case 'table':
      return renderTable(block, wide);
    case 'divider':
      return [styled('─'.repeat(isWrapped ? options.columns : UNWRAPPED_DIVIDER), 'dim', options)];
    case 'actions':
      return renderActions(block.actions, options);
  }
}

/** Bold, or underlined by a rule where there is no bold. */
function renderHeading(text: Inlines, options: RenderOptions): readonly string[] {
  const lines = wrapText(styled(renderInlines(text, options), 'bold', options), options.columns);
  return options.hasColour ? lines : [...lines, '─'.repeat(Math.max(...lines.map(widthOf)))];
}

/** Items of many lines are set apart by empty ones, so that the eye finds where the next begins. */
function renderList(
  items: readonly Inlines[],
  isOrdered: boolean,
  options: RenderOptions,
): readonly string[] {
  const widest = String(items.length).length;
  const laidOut = items.map((item, index) => {
    const lead = isOrdered ? `${padStart(String(index + 1), widest)}. ` : '• ';
    return wrapBehind(styled(lead, 'dim', options), renderInlines(item, options), options.columns);
  });
  const isLoose = laidOut.some((lines) => lines.length >= LONG_ITEM_LINES);
  return laidOut.flatMap((lines, index) => (isLoose && index > 0 ? ['', ...lines] : lines));
}

/** What can be typed to learn more of an entry stands behind it. */
function withFirstCommand({ text, actions: [first] }: Entry): Inlines {
  return first === undefined
    ? text
    : [...text, { kind: 'text', text: ' · ' }, { kind: 'code', text: first.command }];
}

function renderFields(fields: readonly Field[], options: RenderOptions): readonly string[] {
  const labels = fields.map(({ label }) => safeText(label));
  const width = Math.max(0, ...labels.map(widthOf).filter((label) => label <= WIDEST_LABEL));
  return fields.flatMap(({ value }, index) => {
    const label = styled(labels[index] ?? '', 'dim', options);
    const text = renderInlines(value, options);
    if (widthOf(label) <= width) return wrapBehind(`${padEnd(label, width)}  `, text, options.columns);
    return [label, ...wrapBehind(' '.repeat(width + 2), text, options.columns)];
  });
}

/** A terminal has no buttons: what each would do is something to type. */
function renderActions(actions: readonly Action[], options: RenderOptions): readonly string[] {
  const commands = actions.map(({ command }) => safeText(command));
  const width = Math.max(0, ...commands.map(widthOf));
  return actions.flatMap(({ label }, index) => {
    const lead = index === 0 ? words.type : ' '.repeat(widthOf(words.type));
    const command = padEnd(styled(commands[index] ?? '', 'cyan', options), width);
    const labelled = `${styled(lead, 'dim', options)} ${command}  `;
    if (widthOf(labelled) > options.columns / 2) {
      return wrapBehind(
        `${styled(lead, 'dim', options)} `,
        `${command.trimEnd()} — ${safeText(label)}`,
        options.columns,
      );
    }
    return wrapBehind(labelled, styled(safeText(label), 'dim', options), options.columns);
  });
}
