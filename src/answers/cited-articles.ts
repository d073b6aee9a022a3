import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';

export type ArticlesById = ReadonlyMap<ArticleId, Article>;

/** The articles that lines of an answer cite, read in one call. */
export async function citedArticles(
  ids: readonly ArticleId[],
  { articles }: Pick<Store, 'articles'>,
): Promise<ArticlesById> {
  const found = await articles.getMany([...new Set(ids)]);
  return new Map(found.map((article) => [article.id, article]));
}

export function articlesOfEvents(events: readonly NewsEvent[]): readonly ArticleId[] {
  return events.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId));
}

export function articlesOfAgreements(agreements: readonly Agreement[]): readonly ArticleId[] {
  return agreements.flatMap(({ steps }) =>
    steps.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)),
  );
}
