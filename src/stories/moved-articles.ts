import type { ArticleId } from '../domain/identity.ts';
import type { Story } from '../domain/story.ts';
import type { Placement } from './regroup.ts';

/**
 * Articles, other than the one just placed or deleted, that are now in another story or under another lead than before,
 * or whose lead is the one just placed: what a lead says bounds what its copies may say.
 */
export function movedArticles({ before, stories }: Placement, placed: ArticleId): ArticleId[] {
  const former = homesOf(before);
  return [...homesOf(stories)]
    .filter(([id, { leadId, storyId }]) => {
      const was = former.get(id);
      return id !== placed && (leadId === placed || was?.leadId !== leadId || was.storyId !== storyId);
    })
    .map(([id]) => id);
}

function homesOf(stories: readonly Story[]) {
  return new Map(
    stories.flatMap(({ id: storyId, origins }) =>
      origins.flatMap(({ leadId, articleIds }) => articleIds.map((id) => [id, { storyId, leadId }] as const)),
    ),
  );
}
