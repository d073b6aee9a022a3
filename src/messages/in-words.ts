import type { Words } from '../locales/words.ts';

/** `Monday`, `Monday and Friday`, `1, 11 and 21`. */
export function inWords(items: readonly (string | number)[], { and }: Pick<Words, 'and'>): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`;
}
