import { createHash } from 'node:crypto';
import type { ItemIdentity } from '../../domain/feed.ts';
import type { FeedItem } from './feed-reading.ts';

/** Of the items that a feed carries, so many must have a mark of their own for it to be what tells them apart. */
const DISTINCT_SHARE = 0.9;

/** What tells the items of a feed apart: their guids, where nearly all have one of their own, else links, else content. */
export function chooseItemIdentity(items: readonly FeedItem[]): ItemIdentity {
  if (isDistinct(items.map(({ guid }) => guid))) return 'guid';
  return isDistinct(items.map(({ url }) => url)) ? 'link' : 'content';
}

function isDistinct(marks: readonly (string | null)[]): boolean {
  return marks.length > 0 && new Set(marks.filter(Boolean)).size >= marks.length * DISTINCT_SHARE;
}

/** The key of one item. An odd one without the mark that its feed is known for falls back by itself alone. */
export function itemKey(item: FeedItem, identity: ItemIdentity): string {
  if (identity === 'guid' && item.guid !== null) return `guid ${item.guid}`;
  if (identity !== 'content' && item.url !== null) return `link ${item.url}`;
  return `content ${itemHash(item)}`;
}

/** Says whether an item changed. Dates are no part of it: an item that is dated anew is the same. */
export function itemHash({ title, contentHtml }: FeedItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, contentHtml]))
    .digest('hex');
}
