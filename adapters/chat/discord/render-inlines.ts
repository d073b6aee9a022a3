import type { Citation, Inline, Inlines } from '../../../src/domain/message.ts';
import { readableDates } from '../../../src/messages/show-span.ts';
import { wordsIn } from '../../../src/messages/words-in.ts';
import { renderWords } from './render-words.ts';
import { safeCode } from './safe-code.ts';
import { isolateQuote } from './safe-direction.ts';
import { isPlainLabel, maskedLink, safeAddress } from './safe-link.ts';
import { APART, cleanText, escapeMarkdown, safeText, shortened } from './safe-text.ts';
import { splitLinks } from './split-links.ts';

/** A citation is never cut, so what is in it may not be long. */
const LONGEST_SOURCE = 160;
const LONGEST_DATE = 40;

/** One paragraph's text as Markdown on one line. */
export function renderInlines(inlines: Inlines): string {
  return splitLinks(inlines)
    .map((inline, place, all) => `${isTouching(all[place - 1], inline) ? APART : ''}${renderInline(inline)}`)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function renderInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return safeText(inline.text);
    case 'bold':
      return between('**', inline.text, safeText);
    case 'italic':
      return between('*', inline.text, safeText);
    case 'code':
      return between('', inline.text, safeCode);
    case 'quote':
      return between('', inline.text, (words) => `“${escapeMarkdown(isolateQuote(words))}”`);
    case 'link':
      return maskedLink(inline.text, inline.url);
    case 'citation':
      return renderCitation(inline);
  }
}

/** Formatting does not begin or end at a space. */
function between(mark: string, text: string, write: (words: string) => string): string {
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return `${before}${mark}${write(text.trim())}${mark}${after}`;
}

/** Two runs of formatting side by side would be read as one. */
function isTouching(last: Inline | undefined, next: Inline): boolean {
  return (
    last !== undefined && isStyled(last) && isStyled(next) && !/\s$/.test(last.text) && !/^\s/.test(next.text)
  );
}

function isStyled(inline: Inline): inline is Extract<Inline, { kind: 'bold' | 'italic' | 'code' }> {
  return inline.kind === 'bold' || inline.kind === 'italic' || inline.kind === 'code';
}

/** ` [The Astana Times, 24 Apr 2025]`; what cannot be a label stands before the link. */
function renderCitation({ source, date, url }: Citation): string {
  const outlet = shortened(cleanText(source).trim(), LONGEST_SOURCE);
  const day = shortened(readableDates(cleanText(date).trim(), wordsIn('en')), LONGEST_DATE);
  const address = url === null ? null : safeAddress(url);
  const words = `${outlet}, ${day}`;
  if (address === null) return ` \\[${safeText(words)}\\]`;
  if (isPlainLabel(words)) return ` \\[${maskedLink(words, address)}\\]`;
  const label = isPlainLabel(day) ? day : renderWords.link;
  return ` \\[${safeText(label === day ? `${outlet}, ` : `${words}, `)}${maskedLink(label, address)}\\]`;
}
