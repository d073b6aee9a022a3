import type { Feed, FeedPause, FeedState } from '../domain/feed.ts';
import type { FeedId, Instant } from '../domain/identity.ts';

/** How much one source published on one day in one language. */
export interface ArticleCount {
  /** Null for articles whose source is not known. */
  readonly sourceId: string | null;
  readonly language: string;
  /** Day of publication in UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly articles: number;
  /** Those of them that are `bilateral` or `one-side`; articles that name both sides in passing are not. */
  readonly relevant: number;
}

/** Feeds are known by their ids, which are hashes of the URL under which they were added. */
export interface FeedStore {
  /** Adds it unless a feed of that id or URL is there, or was removed by an operator; true when it was added. */
  add(feed: Feed): Promise<boolean>;
  /** Adds it again although it was once removed; false when a feed of that id or URL is there. */
  restore(feed: Feed): Promise<boolean>;
  /** Forgets a feed for good: the profile does not bring it back. Its articles stay. False when there is none. */
  remove(id: FeedId, at: Instant): Promise<boolean>;
  /** By full id, unambiguous beginning of an id (at least 4 characters), or URL. */
  find(reference: string): Promise<Feed | null>;
  /** All of them, by title, then by URL. */
  all(): Promise<readonly Feed[]>;
  /**
   * Takes up to `limit` feeds that are due and do not rest, the longest due first, atomically; hides them from others
   * until `leaseUntil`.
   */
  claimDue(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Feed[]>;
  /** What a check has learnt, and ends the lease; `movedTo` is its new URL, when the server moved it for good. */
  record(id: FeedId, state: FeedState, movedTo: string | null): Promise<void>;
  /** A first success; also corrects the title of a feed that an operator added. */
  confirm(id: FeedId, title: string): Promise<void>;
  pause(id: FeedId, pause: FeedPause): Promise<void>;
  /** Lets it be read again, from `at` on and with no failures; false when it does not rest. */
  resume(id: FeedId, at: Instant): Promise<boolean>;
  /** Those that rest without the operators having been told. */
  untoldPauses(): Promise<readonly Feed[]>;
  markPausesTold(ids: readonly FeedId[]): Promise<void>;
  /** The hashes of those items of a feed that are stored, by key; items of deleted articles are among them. */
  knownItems(id: FeedId, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Articles by source, language and day of publication, from `since` up to but not including `until`. */
  articleCounts(since: Instant, until: Instant): Promise<readonly ArticleCount[]>;
}
