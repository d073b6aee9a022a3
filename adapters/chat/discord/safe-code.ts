import { APART, escapeMarkdown, withoutPings } from './safe-text.ts';

/** Three or more would fence a block of code. */
const FENCES = ['`', '``'];

/** Cleaned words in a span of code, in a fence that they do not hold; as plain text where they hold both. */
export function safeCode(words: string): string {
  const inside = new Set((words.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = FENCES.find(({ length }) => !inside.has(length));
  if (fence === undefined) return escapeMarkdown(words);
  const before = words.startsWith('`') ? ' ' : '';
  const after = words.endsWith('`') ? ' ' : '';
  return `${fence}${before}${harmlessInCode(words)}${after}${fence}`;
}

/** In code nothing means anything but a ping, and the end of a label, from which a link before it would take another address. */
export function harmlessInCode(words: string): string {
  return withoutPings(words).replaceAll('](', `]${APART}(`);
}
