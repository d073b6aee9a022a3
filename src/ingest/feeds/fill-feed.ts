import type { FeedDocument, FeedItem } from './feed-reading.ts';

/**
 * One feed of two readings of it. What the first leaves empty comes from the second. In Atom the second's titles and
 * addresses stand, because only it minds their types and `xml:base`. Items are the same by their place, so the second
 * says nothing of them where it found more or fewer.
 */
export function fillFeed(first: FeedDocument, second: FeedDocument): FeedDocument {
  const isAtom = first.format === 'atom';
  const isSame = first.items.length === second.items.length;
  return {
    ...first,
    ...(isAtom ? titleAndLink(second, first) : titleAndLink(first, second)),
    id: first.id ?? second.id,
    language: first.language ?? second.language,
    checkEveryMs: first.checkEveryMs ?? second.checkEveryMs,
    published: first.published ?? second.published,
    updated: first.updated ?? second.updated,
    items: first.items.map((item, index) => {
      const other = isSame ? second.items[index] : undefined;
      return other === undefined ? item : fillItem(item, other, isAtom);
    }),
  };
}

function titleAndLink(one: FeedDocument, other: FeedDocument): Pick<FeedDocument, 'title' | 'link'> {
  return { title: one.title ?? other.title, link: one.link ?? other.link };
}

function fillItem(first: FeedItem, second: FeedItem, isAtom: boolean): FeedItem {
  const [one, other] = isAtom ? [second, first] : [first, second];
  return {
    title: one.title ?? other.title,
    url: one.url ?? other.url,
    guid: first.guid ?? second.guid,
    summaryHtml: first.summaryHtml ?? second.summaryHtml,
    contentHtml: first.contentHtml ?? second.contentHtml,
    author: first.author ?? second.author,
    language: first.language ?? second.language,
    published: first.published ?? second.published,
    updated: first.updated ?? second.updated,
  };
}
