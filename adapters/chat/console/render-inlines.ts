import { styleText } from 'node:util';
import type { Citation, Inline, Inlines } from '../../../src/domain/message.ts';
import { readableDates } from '../../../src/messages/show-span.ts';
import { wordsIn } from '../../../src/messages/words-in.ts';
import { safeText, safeUrl } from './safe-text.ts';

export interface RenderOptions {
  /** Width of the terminal in cells. */
  readonly columns: number;
  readonly hasColour: boolean;
  /** The terminal opens OSC 8 links. */
  readonly hasLinks: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** A space at which lines are not broken; `wrapText` turns it into a plain one. */
export const NO_BREAK_SPACE = '\u00A0';

/** A citation or a command that is longer is broken like other words. */
const LONGEST_UNBROKEN = 48;

/** One paragraph's text on one line, not wrapped yet. A line may end, but not begin, with a middle dot. */
export function renderInlines(inlines: Inlines, options: RenderOptions): string {
  return inlines
    .map((inline) => renderInline(inline, options))
    .join('')
    .replace(/ {2,}/g, ' ')
    .replaceAll(' · ', `${NO_BREAK_SPACE}· `)
    .trim();
}

export function styled(text: string, style: Style, { hasColour }: Pick<RenderOptions, 'hasColour'>): string {
  return hasColour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

function renderInline(inline: Inline, options: RenderOptions): string {
  switch (inline.kind) {
    case 'text':
      return safeText(inline.text);
    case 'bold':
    case 'italic':
      return styled(safeText(inline.text), inline.kind, options);
    case 'code':
      return styled(unbroken(safeText(inline.text)), 'cyan', options);
    case 'quote':
      return `“${safeText(inline.text)}”`;
    case 'link':
      return renderLink(inline, options);
    case 'citation':
      return ` ${renderCitation(inline, options)}`;
  }
}

function renderLink({ text, url }: { text: string; url: string }, options: RenderOptions): string {
  const label = safeText(text);
  const address = safeUrl(url);
  if (address === null) return label;
  if (options.hasLinks) return linked(styled(label, 'underline', options), address);
  return label === address || label === url ? address : `${label} <${address}>`;
}

/** `[The Astana Times, 24 Apr 2025]`, kept on one line where it fits. */
function renderCitation({ source, date, url }: Citation, options: RenderOptions): string {
  const words = `[${safeText(source)}, ${readableDates(safeText(date), wordsIn('en'))}]`;
  const dimmed = styled(unbroken(words), 'dim', options);
  const address = url === null ? null : safeUrl(url);
  return address !== null && options.hasLinks ? linked(dimmed, address) : dimmed;
}

function unbroken(words: string): string {
  return words.length > LONGEST_UNBROKEN ? words : words.replaceAll(' ', NO_BREAK_SPACE);
}

function linked(text: string, address: string): string {
  return `\u001B]8;;${address}\u0007${text}\u001B]8;;\u0007`;
}
