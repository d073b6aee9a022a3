import type { Story } from '../domain/story.ts';
import type { StoryStore } from '../ports/store.ts';

/** The stories with the ids of those their articles are linked to: other stages and like happenings near in time. */
export async function withRelatedStories(stories: readonly Story[], store: StoryStore): Promise<Story[]> {
  const links = await store.linksOf(stories.flatMap(({ articleIds }) => articleIds));
  const homes = await store.homesOf([...new Set(links.flatMap(({ a, b }) => [a, b]))]);
  return stories.map((story) => {
    const own = new Set(story.articleIds);
    const ends = links.filter(({ a, b }) => own.has(a) || own.has(b)).flatMap(({ a, b }) => [a, b]);
    const ids = new Set(ends.flatMap((id) => homes.get(id) ?? []));
    return { ...story, relatedStoryIds: [...ids].filter((id) => id !== story.id).sort() };
  });
}
