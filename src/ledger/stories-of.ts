import type { Evidence } from '../domain/article.ts';
import type { ArticleId, StoryId } from '../domain/identity.ts';

/** The stories, given by article, that evidence comes from. */
export function storiesOf(evidence: readonly Evidence[], homes: ReadonlyMap<ArticleId, StoryId>): StoryId[] {
  return [...new Set(evidence.flatMap(({ articleId }) => homes.get(articleId) ?? []))].sort();
}

export function articlesIn(evidence: readonly Pick<Evidence, 'articleId'>[]): ArticleId[] {
  return [...new Set(evidence.map(({ articleId }) => articleId))];
}
