import { type KnownLanguage, LANGUAGES } from '../../src/domain/identity.ts';
import type { Score } from './b-cubed.ts';

/** One line of the quality table; a language without a cell has nothing to measure. */
export interface Row {
  readonly what: string;
  readonly measure: string;
  readonly all: string;
  readonly byLanguage?: Readonly<Partial<Record<KnownLanguage, string>>>;
}

const NOTHING = '–';

/** The quality table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['What', 'Measure', 'All', ...LANGUAGES];
  const lines = rows.map(({ what, measure, all, byLanguage }) => [
    ...[what, measure, all],
    ...LANGUAGES.map((language) => byLanguage?.[language] ?? NOTHING),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A row of one measure over all items and over those of each language. */
export function rowByLanguage<Item extends { readonly language: KnownLanguage }>(
  what: string,
  measure: string,
  items: readonly Item[],
  measureOf: (items: readonly Item[]) => string,
): Row {
  const inLanguages = LANGUAGES.map((language) => ({
    language,
    items: items.filter((item) => item.language === language),
  }));
  const cells = inLanguages
    .filter((each) => each.items.length > 0)
    .map((each) => [each.language, measureOf(each.items)]);
  return { what, measure, all: measureOf(items), byLanguage: Object.fromEntries(cells) };
}

export const P_R_F1 = 'P / R / F1';

export function showScore({ precision, recall, f1 }: Score): string {
  return [precision, recall, f1].map(showShare).join(' / ');
}

/** Two decimals without the zero: `.97`, `1.00`. */
export function showShare(share: number): string {
  return share.toFixed(2).replace(/^0/, '');
}

export function showCount(hits: number, total: number): string {
  return `${hits} of ${total}`;
}
