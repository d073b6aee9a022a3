import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { readFeedDocument } from '../../src/ingest/feeds/read-feed-document.ts';
import { SAMPLE_FEEDS } from './sample-feeds.ts';

/** The one or two items of a sample so often: as many as feeds carry. */
const ITEMS = 15;
const MEASURED_MS = 2_000;
const WARM_UP = 30;

export interface FeedRates {
  readonly dragoman: number;
  readonly rssParser: number;
  readonly feedsmith: number;
}

/** Feeds in XML read in a second, by the reader from bytes to plain titles, and by each parser alone from text to trees. */
export async function feedRates(): Promise<FeedRates> {
  const texts = SAMPLE_FEEDS.filter((text) => text.startsWith('<')).map(withManyItems);
  const pages = texts.map((text) => Buffer.from(text));
  const parser = new Parser();
  const url = 'https://news.example/feed.xml';
  return {
    dragoman: await rateOf(pages, (bytes) => readFeedDocument({ bytes, contentType: null, url })),
    rssParser: await rateOf(texts, (text) => parser.parseString(text)),
    feedsmith: await rateOf(texts, async (text) => parseFeed(text)),
  };
}

async function rateOf<Feed>(feeds: readonly Feed[], read: (feed: Feed) => Promise<unknown>): Promise<number> {
  for (let at = 0; at < WARM_UP; at += 1) for (const feed of feeds) await read(feed);
  const startedAt = performance.now();
  let count = 0;
  for (; performance.now() - startedAt < MEASURED_MS; count += feeds.length)
    for (const feed of feeds) await read(feed);
  return count / ((performance.now() - startedAt) / 1000);
}

function withManyItems(feed: string): string {
  return feed.replace(/<(item|entry)\b[\s\S]*<\/\1>/, (items) => items.repeat(ITEMS));
}
