import { addDays } from '../domain/day.ts';
import type { ArticleLink } from '../domain/story.ts';
import type { Fingerprint, Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { compare } from './compare.ts';
import { joinedTo, type Placement, regroup } from './regroup.ts';
import { mayBeLinked, readSketch } from './sketch.ts';

/** Days around its own within which an article is compared with others. */
const REACH_DAYS = 7;

/** Compares one article with those published around it and groups the connected set anew. */
export async function placeArticle(
  fingerprint: Fingerprint,
  index: ProfileIndex,
  store: Store,
): Promise<Placement> {
  const { articleId } = fingerprint;
  const formerly = await joinedTo(articleId, store);
  const links = await linksWithNeighbours(fingerprint, store);
  await store.stories.saveLinks(articleId, links);
  return regroup([articleId, ...formerly], { index, store, fresh: [fingerprint] });
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
