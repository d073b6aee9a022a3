import type { types } from '@slack/bolt';
import type { Inlines } from '../../../src/domain/message.ts';
import { LIMITS } from './limits.ts';
import { emboldened, type Run, renderInlines, renderLines } from './render-inlines.ts';
import { type Piece, pieceOf } from './split-posts.ts';

export function richText(...elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

export function section(runs: readonly Run[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...runs] };
}

/** A paragraph all in bold is the heading of what follows. */
export function renderParagraph(text: Inlines): readonly Piece[] {
  return renderLines(text).map((line) => ({
    ...pieceOf(richText(section(line))),
    isHeading: line.every(({ style }) => style?.bold === true),
  }));
}

/** A header holds no links and not much text; where it does not suffice, a heading is text in bold. */
export function renderHeading(text: Inlines): readonly Piece[] {
  const runs = renderInlines(text);
  const words = runs.map((run) => run.text).join('');
  if (words === '') return [];
  if (words.length > LIMITS.header || runs.some(({ type }) => type === 'link')) {
    return renderLines(text).map((line) => pieceOf(richText(section(emboldened(line)))));
  }
  const header: types.HeaderBlock = {
    type: 'header',
    text: { type: 'plain_text', text: words, emoji: false },
  };
  return [{ ...pieceOf(header), isHeading: true }];
}
