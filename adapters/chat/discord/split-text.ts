import type { Inlines } from '../../../src/domain/message.ts';
import { splitInlines } from '../../../src/messages/split-inlines.ts';
import { limits } from './limits.ts';
import { renderInlines } from './render-inlines.ts';
import { isVisible } from './safe-text.ts';
import { splitLinks } from './split-links.ts';

/** What is put before the words of a text finds room beside them. */
const LONGEST_TEXT = limits.textCharacters - 50;

/** Text as Markdown, each part short enough for one post; none when nothing would be seen. */
export function splitText(inlines: Inlines): readonly string[] {
  return splitInlines(splitLinks(inlines), LONGEST_TEXT, (part) => renderInlines(part).length)
    .map(renderInlines)
    .filter(isVisible);
}
