import type { Feed } from '../domain/feed.ts';
import type { Relationship } from '../domain/relationship.ts';
import { writeOpml } from './write-opml.ts';

/** The feeds of the profile as OPML, for other feed readers. */
export function exportOpml({ name, sources }: Relationship): string {
  const outlines = sources.flatMap((source) =>
    source.feeds.map(({ url, language, certainty }) => {
      const isConfirmed = certainty !== 'conventional';
      return {
        source,
        feed: { url, language, isConfirmed, title: source.name, side: source.side, pause: null },
      };
    }),
  );
  return writeOpml(name, outlines);
}

/** Feeds that are followed as OPML, with all that `sources import` needs to follow them again elsewhere. */
export function exportFeeds(feeds: readonly Feed[], { name, sources }: Relationship): string {
  const outlines = feeds.map((feed) => {
    return { feed, source: sources.find(({ id }) => id === feed.sourceId) ?? null };
  });
  return writeOpml(name, outlines);
}
