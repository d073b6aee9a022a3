import { decode } from '../decode.ts';
import { documentKind } from '../formats/document-kind.ts';
import { feedOffers } from './feed-offers.ts';
import type { FeedDocument, FeedReading } from './feed-reading.ts';
import { fillFeed } from './fill-feed.ts';
import { mendXml } from './mend-xml.ts';
import { readWithFeedsmith } from './read-with-feedsmith.ts';
import { readWithRssParser } from './read-with-rss-parser.ts';

export interface FeedPage {
  readonly bytes: Uint8Array;
  /** Value of the Content-Type header, or null. */
  readonly contentType: string | null;
  /** Where it was read; relative links are resolved against it. */
  readonly url: string;
}

/** Reads a feed of any format in any encoding. What is no feed comes back as `refused`; it never throws. */
export async function readFeedDocument({ bytes, contentType, url }: FeedPage): Promise<FeedReading> {
  if (bytes.byteLength === 0) return refused('the answer is empty');
  const text = decode(bytes, contentType)?.replace(/^\uFEFF/, '');
  if (text === undefined) return refused('not a text, or in an encoding that cannot be told');
  try {
    if (documentKind('', text) === 'html') return await refusedPage(text, url);
    return { kind: 'feed', feed: await parseFeedText(text, url) };
  } catch (error) {
    return refused(`cannot be read as a feed: ${firstLine(error)}`);
  }
}

/**
 * Both parsers read: rss-parser's reading stands, feedsmith's fills it, or stands alone where rss-parser refuses and for
 * JSON Feeds. Throws on a text that is no feed.
 */
export async function parseFeedText(text: string, address: string): Promise<FeedDocument> {
  if (/^\s*\{/.test(text)) return readWithFeedsmith(text, address);
  const xml = mendXml(text);
  const second = await readWithFeedsmith(xml, address).catch(() => null);
  try {
    const first = await readWithRssParser(xml, address);
    return second === null ? first : fillFeed(first, second);
  } catch (refusal) {
    if (second !== null) return second;
    throw refusal;
  }
}

async function refusedPage(html: string, url: string): Promise<FeedReading> {
  const offers = await feedOffers(html, url);
  const reason = offers.length > 0 ? 'a web page; it announces feeds' : 'a web page, not a feed';
  return { kind: 'refused', reason, offers };
}

function refused(reason: string): FeedReading {
  return { kind: 'refused', reason, offers: [] };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
