import type { Article } from './article.ts';
import { type Day, dayOf } from './day.ts';
import type { Relationship } from './relationship.ts';

/** The day printed on an article: read in the zone of its outlet's side, else in UTC. Null when it is not known. */
export function publicationDay(
  { publication, sourceId }: Pick<Article, 'publication' | 'sourceId'>,
  { sources, sides }: Pick<Relationship, 'sources' | 'sides'>,
): Day | null {
  if (publication.at === null) return null;
  const source = sources.find(({ id }) => id === sourceId.value);
  const side = sides.find(({ id }) => id === source?.side);
  return dayOf(publication.at, side?.zone);
}
