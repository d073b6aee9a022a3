import type { Article } from './article.ts';
import { type Day, dayOf, dayReader } from './day.ts';
import type { Relationship, Source } from './relationship.ts';

type Published = Pick<Article, 'publication' | 'sourceId'>;

/** The day printed on an article: read in the zone of its outlet's side, else in UTC. Null when it is not known. */
export function publicationDay(
  { publication, sourceId }: Published,
  { sources, sides }: Pick<Relationship, 'sources' | 'sides'>,
): Day | null {
  if (publication.at === null) return null;
  return dayOf(publication.at, zoneOf(sourceId.value, sources, sides));
}

/** `publicationDay` for many articles: the zones are prepared once. */
export function publicationDays({ sources, sides }: Pick<Relationship, 'sources' | 'sides'>) {
  const elsewhere = dayReader();
  const bySide = new Map(sides.map(({ id, zone }) => [id, dayReader(zone)]));
  const bySource = new Map(sources.map(({ id, side }) => [id, bySide.get(side) ?? elsewhere]));
  return ({ publication, sourceId }: Published): Day | null => {
    if (publication.at === null) return null;
    return (bySource.get(sourceId.value ?? '') ?? elsewhere)(publication.at);
  };
}

function zoneOf(
  sourceId: string | null,
  sources: readonly Source[],
  sides: Relationship['sides'],
): string | undefined {
  const source = sources.find(({ id }) => id === sourceId);
  return sides.find(({ id }) => id === source?.side)?.zone;
}
