import type { Inline, Inlines } from '../../../src/domain/message.ts';
import { renderWords } from './render-words.ts';
import { isPlainLabel, safeAddress } from './safe-link.ts';
import { cleanText } from './safe-text.ts';

/**
 * Cleaned text whose links all have short labels: words that cannot be a label stand before their link, and what is no
 * web address is text alone. Neighbours of one kind become one, so that nothing takes on a meaning where two of them meet.
 */
export function splitLinks(inlines: Inlines): Inlines {
  const joined: Inline[] = [];
  for (const inline of inlines.flatMap(cleaned)) {
    const last = joined.at(-1);
    const next = last === undefined ? null : joinedWith(last, inline);
    if (next === null) joined.push(inline);
    else joined[joined.length - 1] = next;
  }
  return joined;
}

function cleaned(inline: Inline): Inlines {
  if (inline.kind === 'citation') return [inline];
  const text = cleanText(inline.text);
  if (text === '') return [];
  if (text.trim() === '') return [{ kind: 'text', text }];
  return inline.kind === 'link' ? linked(text, inline.url) : [{ ...inline, text }];
}

function linked(text: string, url: string): Inlines {
  const address = safeAddress(url);
  if (address === null) return [{ kind: 'text', text }];
  if (isPlainLabel(text)) return [{ kind: 'link', text, url: address }];
  return [
    { kind: 'text', text: `${text} ` },
    { kind: 'link', text: renderWords.link, url: address },
  ];
}

/** Null when they stay apart. */
function joinedWith(last: Inline, next: Inline): Inline | null {
  const isAlike =
    last.kind === next.kind && last.kind !== 'citation' && last.kind !== 'link' && last.kind !== 'code';
  if (!isAlike || !('text' in next)) return null;
  return { ...last, text: last.text + next.text };
}
