import { type Feed, UNREAD_FEED } from '../domain/feed.ts';
import { shareOf } from '../domain/feed-rhythm.ts';
import type { Instant } from '../domain/identity.ts';
import type { Relationship, SideId, Source } from '../domain/relationship.ts';
import { feedIdOf } from '../ingest/feeds/feed-id-of.ts';
import type { OpmlFeed } from '../ingest/feeds/opml-feed.ts';
import { sourceAt } from '../ingest/find-source.ts';

/** The first checks are spread over this time, so that a long list does not ask all servers at once. */
const SPREAD_MS = 5 * 60_000;

/**
 * The feed that a list names, as it is followed here. A list of our own says source and side, which stand where this
 * profile knows them; of any other list they follow from the site, as for a feed that is added by its address.
 */
export function feedOfList(
  listed: OpmlFeed,
  { relationship, now }: { readonly relationship: Relationship; readonly now: Instant },
): Feed {
  const { url, own, language } = listed;
  const id = feedIdOf(url);
  const source = sourceOf(listed, relationship.sources);
  return {
    id,
    url,
    sourceId: source?.id ?? null,
    title: listed.title ?? source?.name ?? new URL(url).hostname,
    language,
    side: knownSide(own?.side, relationship) ?? source?.side ?? 'third',
    origin: 'operator',
    isConfirmed: own?.isConfirmed ?? true,
    addedAt: now,
    pause: own?.pause ? { ...own.pause, at: now, isTold: true } : null,
    state: { ...UNREAD_FEED, nextCheckAt: now + Math.floor(shareOf(id) * SPREAD_MS) },
  };
}

function sourceOf({ url, site, own }: OpmlFeed, sources: readonly Source[]): Source | undefined {
  if (own !== null && own.sourceId === null) return undefined;
  return (
    sources.find(({ id }) => id === own?.sourceId) ?? sourceAt(site ?? url, sources) ?? sourceAt(url, sources)
  );
}

function knownSide(side: string | undefined, { sides }: Relationship): SideId | undefined {
  return [...sides.map(({ id }) => id), 'third'].find((id) => id === side);
}
