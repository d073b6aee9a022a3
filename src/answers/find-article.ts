import type { Article } from '../domain/article.ts';
import { canonicalUrl } from '../ingest/canonical-url.ts';
import type { Store } from '../ports/store.ts';

/** By id, URL in any of its forms, or end of a locator; null when no article, or more than one, is meant. */
export async function findArticle(reference: string, store: Store): Promise<Article | null> {
  const bare = reference.replace(/^<(.+)>$/, '$1');
  const found = await store.articles.find(bare);
  if (found !== null) return found;
  const url = canonicalUrl(bare);
  return url === null ? null : store.articles.find(url);
}
