import type { Article } from '../domain/article.ts';
import { findNumbers } from '../language/numbers.ts';
import type { ReadArticle } from '../understand/understand.ts';

/** Numbers below tell nothing; those between stand for years more often than for amounts. */
const SMALLEST_TELLING = 10;
const YEARS = { from: 1990, to: 2035 };

/** Numbers that are not part of a date. */
export function numbersOf(
  article: Article,
  { understanding }: ReadArticle,
): { value: number; start: number }[] {
  return findNumbers(article.text, understanding.language).filter(({ value, start, end }) => {
    if (value < SMALLEST_TELLING || (value >= YEARS.from && value <= YEARS.to)) return false;
    return !understanding.dates.some((date) => start < date.end && date.start < end);
  });
}

/** Pairs of neighbouring names, numbers and days in reading order: a translation keeps them, another report does not. */
export function anchorsOf(article: Article, read: ReadArticle): string[] {
  const { mentions, dates } = read.understanding;
  const anchors = [
    ...mentions
      .filter(({ kind }) => kind !== 'side' && kind !== 'office')
      .map(({ entityId, start }) => ({ name: entityId, start })),
    ...numbersOf(article, read).map(({ value, start }) => ({ name: String(value), start })),
    ...dates.map(({ fromDay, start }) => ({ name: fromDay, start })),
  ].sort((a, b) => a.start - b.start);
  return anchors.slice(1).flatMap(({ name }, at) => {
    const before = anchors[at]?.name ?? '';
    return before === name ? [] : [`${before}>${name}`];
  });
}
