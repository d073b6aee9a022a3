import type { Inlines } from '../../../src/domain/message.ts';
import type { TextPart } from './components-part.ts';
import { splitText } from './split-text.ts';

/** Markdown that is a paragraph by itself. */
export function renderText(markdown: string): TextPart {
  return { kind: 'text', markdown, isHeading: false, opensBlock: true };
}

/** Lines below each other, each behind its lead; those that would show nothing are left out and not counted. */
export function renderLines(
  lines: readonly Inlines[],
  leadOf: (place: number) => string,
): readonly TextPart[] {
  return lines
    .map(splitText)
    .filter((parts) => parts.length > 0)
    .flatMap((parts, line) =>
      parts.map((markdown, place) => ({
        ...renderText(place === 0 ? `${leadOf(line)}${markdown}` : markdown),
        opensBlock: line === 0 || place > 0,
      })),
    );
}
