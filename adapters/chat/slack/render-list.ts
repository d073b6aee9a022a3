import type { types } from '@slack/bolt';
import type { Inlines } from '../../../src/domain/message.ts';
import { LIMITS } from './limits.ts';
import { type Run, renderLines, runsWeight } from './render-inlines.ts';
import { richText, section } from './render-text.ts';
import { splitByWeight } from './split-by-weight.ts';
import { type Piece, pieceOf } from './split-posts.ts';

/** An item, or what is left of one that is too long for one block. */
interface Line {
  readonly runs: readonly Run[];
  /** 0-based among the items that show something. */
  readonly place: number;
  readonly isRest: boolean;
}

/** A long list is several blocks; the numbers of an ordered one go on. */
export function renderList(items: readonly Inlines[], isOrdered: boolean): readonly Piece[] {
  const lines = items
    .map(renderLines)
    .filter((parts) => parts.length > 0)
    .flatMap((parts, place) => parts.map((runs, part): Line => ({ runs, place, isRest: part > 0 })));
  const groups = splitByWeight(lines, { weightOf: ({ runs }) => runsWeight(runs), weight: LIMITS.richText });
  return groups.map((group) => pieceOf(richText(...elementsOf(group, isOrdered))));
}

function elementsOf(lines: readonly Line[], isOrdered: boolean): readonly types.RichTextBlockElement[] {
  const elements: types.RichTextBlockElement[] = [];
  for (const { runs, place, isRest } of lines) {
    const last = elements.at(-1);
    if (isRest) elements.push(section(runs));
    else if (last?.type === 'rich_text_list') last.elements.push(section(runs));
    else elements.push({ ...listFrom(place, isOrdered), elements: [section(runs)] });
  }
  return elements;
}

/** `offset` is documented, but missing from the types. */
function listFrom(place: number, isOrdered: boolean): Omit<types.RichTextList, 'elements'> {
  const offset = isOrdered && place > 0 ? { offset: place } : {};
  return { type: 'rich_text_list', style: isOrdered ? 'ordered' : 'bullet', ...offset };
}
