import type { FeedId, Instant, Language } from './identity.ts';
import type { SideId } from './relationship.ts';

/** How the items of a feed are told apart. Chosen once, from the first items seen, and kept. */
export type ItemIdentity = 'guid' | 'link' | 'content';

/** Why a feed is not read at present. */
export interface FeedPause {
  readonly at: Instant;
  /** One sentence. */
  readonly reason: string;
  /** `operator`: somebody paused it; `gone`: the server said that it is gone for good; `failing`: it failed for too long. */
  readonly by: 'operator' | 'gone' | 'failing';
  /** Whether the operators have been told. What an operator paused needs no telling. */
  readonly isTold: boolean;
}

/** A URL of a source that is polled. */
export interface Feed {
  readonly id: FeedId;
  /** Canonical; where the feed is read now, after permanent redirects. */
  readonly url: string;
  /** Source of the profile; null for a source that somebody added by its feed alone. */
  readonly sourceId: string | null;
  /** Title that the reader sees: the source's name, or the feed's own title. */
  readonly title: string;
  readonly language: Language;
  readonly side: SideId;
  readonly origin: 'profile' | 'operator';
  /** False until the first success of a feed whose URL is only conventional. */
  readonly isConfirmed: boolean;
  readonly addedAt: Instant;
  readonly pause: FeedPause | null;
  readonly state: FeedState;
}

/** What polling has learnt of a feed. All of it changes together, after the articles of the check are stored. */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextCheckAt: Instant;
  readonly lastCheckedAt: Instant | null;
  /** The last time the server gave the feed or said that it has not changed. */
  readonly lastSuccessAt: Instant | null;
  /** The last time a check brought an article that was new. */
  readonly lastNewAt: Instant | null;
  /** Checks failed in a row. */
  readonly failures: number;
  /** When the failing began; null while it does not fail. */
  readonly failingSince: Instant | null;
  /** What was wrong the last time, as one sentence; null after a success. */
  readonly problem: string | null;
  /** Median time between articles; null while there are too few to tell. */
  readonly rhythmMs: number | null;
  readonly itemIdentity: ItemIdentity | null;
  /** Articles that it has brought. */
  readonly articles: number;
}

/** What a feed is before it is first read. */
export const UNREAD_FEED = {
  etag: null,
  lastModified: null,
  lastCheckedAt: null,
  lastSuccessAt: null,
  lastNewAt: null,
  failures: 0,
  failingSince: null,
  problem: null,
  rhythmMs: null,
  itemIdentity: null,
  articles: 0,
} as const satisfies Omit<FeedState, 'nextCheckAt'>;
