import { addDays } from '../domain/day.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { ArticleLink, Story } from '../domain/story.ts';
import type { Fingerprint, Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { compare } from './compare.ts';
import { groupArticles } from './group-articles.ts';
import { mayBeLinked, readSketch } from './sketch.ts';
import { storyOf } from './story-of.ts';

/** Days around its own within which an article is compared with others. */
const REACH_DAYS = 7;
/** Kinds of links that may put two articles into one story. */
const JOINING: readonly ArticleLink['kind'][] = ['same-origin', 'same-story'];

export interface Placement {
  /** Stories as they are now, for every article whose story may have changed. */
  readonly stories: readonly Story[];
  /** Stories of the same articles as they were before. */
  readonly before: readonly Story[];
}

/**
 * Compares one article with those published around it and groups the connected set anew. Links depend on pairs alone
 * and groups on their set alone, so the order of arrival does not matter.
 */
export async function placeArticle(
  fingerprint: Fingerprint,
  index: ProfileIndex,
  store: Store,
): Promise<Placement> {
  const formerly = await store.stories.linksOf([fingerprint.articleId], JOINING);
  const links = await linksWithNeighbours(fingerprint, store);
  await store.stories.saveLinks(fingerprint.articleId, links);
  const touched = [fingerprint.articleId, ...endsOf(formerly)];
  const { ids, links: inside } = await connectedSet(touched, store);
  const before = await store.stories.ofArticles(ids);
  const grouped = await store.understandings.fingerprints(ids.filter((id) => id !== fingerprint.articleId));
  const members = new Map([...grouped, fingerprint].filter(isGrouped).map((each) => [each.articleId, each]));
  const groups = groupArticles([...members.keys()], inside);
  const stories = await Promise.all(
    groups.map((group) =>
      storyOf(
        group.flatMap((id) => members.get(id) ?? []),
        inside,
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

async function linksWithNeighbours(fingerprint: Fingerprint, store: Store): Promise<ArticleLink[]> {
  if (fingerprint.fromDay === null || fingerprint.toDay === null) return [];
  const neighbours = await store.understandings.candidates(
    addDays(fingerprint.fromDay, -REACH_DAYS),
    addDays(fingerprint.toDay, REACH_DAYS),
  );
  const own = readSketch(fingerprint);
  const alike = neighbours
    .filter(({ articleId }) => articleId !== fingerprint.articleId)
    .filter((neighbour) => mayBeLinked(own, readSketch(neighbour)));
  const fingerprints = await store.understandings.fingerprints(alike.map(({ articleId }) => articleId));
  return fingerprints.flatMap((neighbour) => compare(fingerprint, neighbour) ?? []);
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
