import type { ArticleId, StoryId } from '../domain/identity.ts';
import type { Story } from '../domain/story.ts';
import type { StoryStore } from '../ports/store.ts';

/** The stories with the ids of those their articles are linked to: other stages and like happenings near in time. */
export async function withRelatedStories(stories: readonly Story[], store: StoryStore): Promise<Story[]> {
  const links = await store.linksOf(stories.flatMap(({ articleIds }) => articleIds));
  const linked = await store.ofArticles([...new Set(links.flatMap(({ a, b }) => [a, b]))]);
  const homes = new Map(
    linked.flatMap(({ id, articleIds }) => articleIds.map((each): [ArticleId, StoryId] => [each, id])),
  );
  return stories.map((story) => {
    const own = new Set(story.articleIds);
    const ends = links.filter(({ a, b }) => own.has(a) || own.has(b)).flatMap(({ a, b }) => [a, b]);
    const ids = new Set(ends.flatMap((id) => homes.get(id) ?? []));
    return { ...story, relatedStoryIds: [...ids].filter((id) => id !== story.id).sort() };
  });
}
