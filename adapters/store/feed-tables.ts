import type { Feed, FeedPause, ItemIdentity } from '../../src/domain/feed.ts';
import type { ArticleId, FeedId, Instant, Language } from '../../src/domain/identity.ts';

/** 0 or 1. */
type Flag = number;

export interface FeedRow {
  id: FeedId;
  url: string;
  source_id: string | null;
  title: string;
  language: Language;
  side: Feed['side'];
  origin: Feed['origin'];
  confirmed: Flag;
  added_at: Instant;
  /** With the other columns of the pause null while it is read. */
  paused_at: Instant | null;
  paused_reason: string | null;
  paused_by: FeedPause['by'] | null;
  pause_told: Flag;
  /** Until then it belongs to whoever claimed it last. */
  lease_until: Instant;
  next_check_at: Instant;
  etag: string | null;
  last_modified: string | null;
  last_checked_at: Instant | null;
  last_success_at: Instant | null;
  last_new_at: Instant | null;
  failures: number;
  failing_since: Instant | null;
  problem: string | null;
  rhythm_ms: number | null;
  item_identity: ItemIdentity | null;
  articles: number;
}

interface FeedItemRow {
  feed_id: FeedId;
  key: string;
  /** Stays when the article is deleted, so that the item does not bring it back. */
  article_id: ArticleId;
  hash: string;
}

interface DeletedArticleRow {
  id: ArticleId;
  url: string | null;
  locator: string;
  content_hash: string;
  deleted_at: Instant;
}

export interface FeedTables {
  feeds: FeedRow;
  feed_items: FeedItemRow;
  /** What operators removed: the profile does not bring it back. */
  removed_feeds: { id: FeedId; url: string; removed_at: Instant };
  deleted_articles: DeletedArticleRow;
}
