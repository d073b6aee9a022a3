import { feedAddress } from './feed-address.ts';
import type { FeedDocument, FeedItem } from './feed-reading.ts';
import { contentsOf, textOrNull, timeOf, titleOf } from './feed-texts.ts';

/** What rss-parser gives of one item, as far as it is used; any of it may be a tree where a feed has markup. */
interface ParsedItem {
  readonly guid?: unknown;
  readonly id?: unknown;
  readonly link?: string;
  readonly title?: unknown;
  readonly pubDate?: unknown;
  readonly isoDate?: unknown;
  readonly date?: unknown;
  readonly updated?: unknown;
  readonly content?: unknown;
  readonly 'content:encoded'?: unknown;
  readonly summary?: unknown;
  readonly creator?: unknown;
  readonly author?: unknown;
}

interface ParsedFeed {
  readonly id?: unknown;
  readonly language?: unknown;
  readonly ttl?: unknown;
  readonly pubDate?: unknown;
  readonly lastBuildDate?: unknown;
  readonly updated?: unknown;
}

const MINUTE_MS = 60_000;
const ITEM_FIELDS: (keyof ParsedItem)[] = ['date', 'updated', 'author'];
const FEED_FIELDS: (keyof ParsedFeed)[] = ['id', 'language', 'ttl', 'pubDate', 'lastBuildDate', 'updated'];

/** RSS, Atom or RDF. Throws where rss-parser does. */
export async function readWithRssParser(xml: string, address: string): Promise<FeedDocument> {
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser<ParsedFeed, ParsedItem>({
    customFields: { item: ITEM_FIELDS, feed: FEED_FIELDS },
  });
  const feed = await parser.parseString(xml);
  const link = feedAddress(feed.link, address);
  return {
    format: formatOf(xml),
    title: await titleOf(feed.title),
    link,
    id: textOrNull(feed.id),
    language: textOrNull(feed.language),
    checkEveryMs: minutesOf(feed.ttl),
    published: timeOf(feed.pubDate),
    updated: timeOf(feed.lastBuildDate, feed.updated),
    items: await Promise.all(feed.items.map((item) => itemOf(item, link ?? address))),
  };
}

async function itemOf(item: ParsedItem, base: string): Promise<FeedItem> {
  return {
    guid: textOrNull(item.guid) ?? textOrNull(item.id),
    url: feedAddress(item.link, base),
    title: await titleOf(item.title),
    ...contentsOf([item['content:encoded'], item.content, item.summary]),
    author: textOrNull(item.creator) ?? textOrNull(item.author),
    language: null,
    published: timeOf(item.pubDate, item.isoDate, item.date),
    updated: timeOf(item.updated),
  };
}

function formatOf(xml: string): FeedDocument['format'] {
  const root = /<(rss|feed|rdf:RDF)\b/i.exec(xml)?.[1]?.toLowerCase();
  return root === 'feed' ? 'atom' : root === 'rdf:rdf' ? 'rdf' : 'rss';
}

function minutesOf(ttl: unknown): number | null {
  const minutes = Number(ttl);
  return Number.isFinite(minutes) && minutes > 0 ? minutes * MINUTE_MS : null;
}
