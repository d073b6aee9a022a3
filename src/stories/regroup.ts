import type { ArticleId } from '../domain/identity.ts';
import type { ArticleLink, Story } from '../domain/story.ts';
import type { Fingerprint, Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { groupArticles } from './group-articles.ts';
import { storyOf } from './story-of.ts';

/** Kinds of links that may put two articles into one story. */
const JOINING: readonly ArticleLink['kind'][] = ['same-origin', 'same-story'];

export interface Placement {
  /** Stories as they are now, for every article whose story may have changed. */
  readonly stories: readonly Story[];
  /** Stories of the same articles as they were before. */
  readonly before: readonly Story[];
}

/** Articles that a link joins to this one. */
export async function joinedTo(id: ArticleId, store: Store): Promise<readonly ArticleId[]> {
  return endsOf(await store.stories.linksOf([id], JOINING)).filter((end) => end !== id);
}

/**
 * Groups everything anew that links join to the articles that changed; `fresh` are fingerprints that the store does not
 * hold yet. Links depend on pairs alone and groups on their set alone, so the order of arrival does not matter.
 */
export async function regroup(
  changed: readonly ArticleId[],
  { index, store, fresh = [] }: { index: ProfileIndex; store: Store; fresh?: readonly Fingerprint[] },
): Promise<Placement> {
  const { ids, links } = await connectedSet(changed, store);
  const before = await store.stories.ofArticles(ids);
  const freshIds = new Set(fresh.map(({ articleId }) => articleId));
  const stored = await store.understandings.fingerprints(ids.filter((id) => !freshIds.has(id)));
  const members = new Map([...stored, ...fresh].filter(isGrouped).map((each) => [each.articleId, each]));
  const groups = groupArticles([...members.keys()], links);
  const stories = await Promise.all(
    groups.map((group) =>
      storyOf(
        group.flatMap((id) => members.get(id) ?? []),
        links,
        { index, articles: store.articles },
      ),
    ),
  );
  await store.stories.replace(
    stories,
    before.map(({ id }) => id),
  );
  return { stories, before };
}

/** All articles that chains of same-story links join to these. */
async function connectedSet(
  start: readonly ArticleId[],
  store: Store,
): Promise<{ ids: ArticleId[]; links: ArticleLink[] }> {
  const seen = new Set<ArticleId>(start);
  const links = new Map<string, ArticleLink>();
  let front: readonly ArticleId[] = start;
  while (front.length > 0) {
    const found = await store.stories.linksOf(front, JOINING);
    for (const link of found) links.set(`${link.a} ${link.b}`, link);
    front = [...new Set(endsOf(found))].filter((id) => !seen.has(id));
    for (const id of front) seen.add(id);
  }
  return { ids: [...seen], links: [...links.values()] };
}

function endsOf(links: readonly ArticleLink[]): ArticleId[] {
  return links.flatMap(({ a, b }) => [a, b]);
}

function isGrouped({ fromDay }: Fingerprint): boolean {
  return fromDay !== null;
}
