import type { Inlines } from '../../../src/domain/message.ts';
import { splitInlines } from '../../../src/messages/split-inlines.ts';
import { limits } from './limits.ts';
import { renderInlines } from './render-inlines.ts';
import { isVisible } from './safe-text.ts';
import { splitLinks } from './split-links.ts';

/** Markup before the words and what is put between two texts find room beside the words. */
const LONGEST_TEXT = limits.textCharacters - 50;

/** Text as Markdown, each part short enough for one post; none when nothing would be seen. */
export function splitText(inlines: Inlines): readonly string[] {
  const whole = splitLinks(inlines);
  return splitInlines(whole, LONGEST_TEXT, (part) => renderInlines(part).length)
    .flatMap(shrunken)
    .map(renderInlines)
    .filter(isVisible);
}

/** A sentence with so many citations that they fill a post: without their addresses, else cut between them. */
function shrunken(part: Inlines): readonly Inlines[] {
  if (fits(part)) return [part];
  const unlinked = part.map((inline) => (inline.kind === 'citation' ? { ...inline, url: null } : inline));
  if (fits(unlinked)) return [unlinked];
  const middle = Math.ceil(part.length / 2);
  return part.length < 2 ? [part] : [unlinked.slice(0, middle), unlinked.slice(middle)].flatMap(shrunken);
}

function fits(part: Inlines): boolean {
  return renderInlines(part).length <= LONGEST_TEXT;
}
