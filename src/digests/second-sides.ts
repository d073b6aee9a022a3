import type { Article } from '../domain/article.ts';
import type { Development } from '../domain/edition-plan.ts';
import type { SideId } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { Material, Section } from './edition-request.ts';
import { wantedStories } from './new-stories.ts';
import { isNews, isRecent } from './reports-of.ts';
import { articleKey, storyKeys } from './told-keys.ts';

/** Stories told before that a side has begun to report which had not been among those told. */
export function secondSides(material: Material): Section<Development> {
  const rows = wantedStories(material).flatMap((story) => newSidesOf(story, material));
  return { rows, told: rows.flatMap((row) => (row.kind === 'side' ? storyKeys(row.story) : [])) };
}

function newSidesOf(story: Story, material: Material): readonly Development[] {
  const { told, snapshot, request } = material;
  const articles = story.articleIds.flatMap((id) => snapshot.articles.get(id) ?? []);
  const [before, after] = [articles.filter(isTold), articles.filter((article) => !isTold(article))];
  const known = new Set(before.flatMap((article) => sidesOf(article, material)));
  const fresh = after.filter(
    (article) =>
      isRecent(article, request) &&
      isNews([article], request) &&
      sidesOf(article, material).some((side) => !known.has(side)),
  );
  if (known.size === 0 || fresh.length === 0) return [];
  const sides = [...new Set(fresh.flatMap((article) => sidesOf(article, material)))].sort();
  return [{ kind: 'side', story, sides, articleIds: fresh.map(({ id }) => id) }];

  function isTold({ id }: Article): boolean {
    return told.has(articleKey(id));
  }
}

/** Only the two sides confirm each other; nobody else does. */
function sidesOf({ sourceId }: Article, { relationship }: Material): readonly SideId[] {
  const side = relationship.sources.find(({ id }) => id === sourceId.value)?.side;
  return side !== undefined && relationship.sides.some(({ id }) => id === side) ? [side] : [];
}
