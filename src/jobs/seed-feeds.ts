import { type Feed, UNREAD_FEED } from '../domain/feed.ts';
import { shareOf } from '../domain/feed-rhythm.ts';
import type { Instant } from '../domain/identity.ts';
import type { Relationship, Source, SourceFeed } from '../domain/relationship.ts';
import { feedIdOf } from '../ingest/feeds/feed-id-of.ts';
import { followedAddress } from '../ingest/feeds/followed-address.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** The first checks are spread over this time, so that a new bot does not ask all servers at once. */
const SPREAD_MS = 5 * 60_000;

export interface SeedPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly relationship: Relationship;
}

/** Adds the feeds of the profile that are not there yet. What an operator removed stays away. */
export async function seedFeeds({ store, clock, logger, relationship }: SeedPorts): Promise<void> {
  const now = clock.now();
  let added = 0;
  for (const source of relationship.sources) {
    for (const feed of source.feeds) {
      if (await store.feeds.add(feedOf(feed, source, now))) added += 1;
    }
  }
  if (added > 0) logger.info('feeds of the profile added', { feeds: added });
}

function feedOf({ url, language, certainty }: SourceFeed, source: Source, now: Instant): Feed {
  const address = followedAddress(url) ?? url;
  const id = feedIdOf(address);
  return {
    id,
    url: address,
    sourceId: source.id,
    title: source.name,
    language,
    side: source.side,
    origin: 'profile',
    isConfirmed: certainty !== 'conventional',
    addedAt: now,
    pause: null,
    state: { ...UNREAD_FEED, nextCheckAt: now + Math.floor(shareOf(id) * SPREAD_MS) },
  };
}
