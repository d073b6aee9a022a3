import type { Article } from '../domain/article.ts';
import type { Observation } from '../domain/ledger.ts';
import type { ArticleLink, Story } from '../domain/story.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { Store } from '../ports/store.ts';
import { type ArticlesById, citedArticles } from './cited-articles.ts';
import { findArticle } from './find-article.ts';

/** Everything that was decided about one article. */
export interface Explanation {
  readonly article: Article;
  /** Null when nothing has been read out of it yet. */
  readonly understanding: Understanding | null;
  readonly story: Story | null;
  /** The strongest first. */
  readonly links: readonly ArticleLink[];
  readonly observations: readonly Observation[];
  /** The article itself and those it is linked with. */
  readonly articles: ArticlesById;
}

/** The whole chain of reasons for one article; null when no article matches the reference. */
export async function explainArticle(reference: string, store: Store): Promise<Explanation | null> {
  const article = await findArticle(reference, store);
  if (article === null) return null;
  const [understanding, stories, links, observations] = await Promise.all([
    store.understandings.get(article.id),
    store.stories.ofArticles([article.id]),
    store.stories.linksOf([article.id]),
    store.ledger.observationsOf(article.id),
  ]);
  const articles = await citedArticles([article.id, ...links.flatMap(({ a, b }) => [a, b])], store);
  const strongestFirst = links.toSorted((a, b) => b.score - a.score || (a.a + a.b < b.a + b.b ? -1 : 1));
  return { article, understanding, story: stories[0] ?? null, links: strongestFirst, observations, articles };
}
