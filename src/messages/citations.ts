import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Citation, Inlines } from '../domain/message.ts';
import { publicationDays } from '../domain/publication-day.ts';
import { cite } from './cite.ts';
import { text } from './inline.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

export type ArticlesById = ReadonlyMap<ArticleId, Article>;

const MOST_SHOWN = 4;

/** One citation an outlet, the earliest first, and how many more outlets there are. */
export function citations(ids: readonly ArticleId[], articles: ArticlesById, reader: Reader): Inlines {
  const outlets = new Map<string, Citation>();
  const found = [...new Set(ids)].flatMap((id) => articles.get(id) ?? []);
  for (const article of byDay(found, reader)) {
    const citation = cite(article, reader);
    if (!outlets.has(citation.source)) outlets.set(citation.source, citation);
  }
  const shown = [...outlets.values()].slice(0, MOST_SHOWN);
  const more = outlets.size - shown.length;
  return [
    ...shown.flatMap((citation, index) => (index === 0 ? [citation] : [text(' '), citation])),
    ...(more > 0 ? [text(` ${wordsIn(reader.language).counts.moreSources(more)}`)] : []),
  ];
}

function byDay(articles: readonly Article[], { relationship }: Reader): Article[] {
  const dayOfEach = publicationDays(relationship);
  return articles
    .map((article) => ({ article, key: `${dayOfEach(article) ?? '9999'} ${article.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ article }) => article);
}
