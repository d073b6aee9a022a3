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

/** What stands on pages that protect a site from programs. */
const CHALLENGE =
  /\b(?:g-recaptcha|h-captcha|smartcaptcha|cf-challenge|challenge-platform|ddos-guard)\b|<title>[^<]{0,40}(?:just a moment|attention required|captcha|are you (?:a )?human)/i;

/** Reads a feed of any format in any encoding. What is no feed comes back as `refused`; it never throws. */
export async function readFeedDocument({ bytes, contentType, url }: FeedPage): Promise<FeedReading> {
  if (bytes.byteLength === 0) return refused('the answer is empty');
  const text = decode(bytes, contentType)?.replace(/^\uFEFF/, '');
  if (text === undefined) return refused('not a text, or in an encoding that cannot be told');
  try {
    if (documentKind('', text) === 'html') return await refusedPage(text, url);
    return { kind: 'feed', feed: await parseFeedText(text, url) };
  } catch (error) {
    return refused(`cannot be read as a feed: ${flawOf(error)}`);
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
  if (CHALLENGE.test(html)) return refused('a page that asks whether a person reads it, not a feed');
  const offers = await feedOffers(html, url);
  const reason = offers.length > 0 ? 'a web page; it announces feeds' : 'a web page, not a feed';
  return { kind: 'refused', reason, offers };
}

function refused(reason: string): FeedReading {
  return { kind: 'refused', reason, offers: [] };
}

/** A parser says what is wrong with the markup; that it stumbled over something missing is no help to anybody. */
function flawOf(error: unknown): string {
  if (error instanceof TypeError || !(error instanceof Error)) return 'parts of it are missing';
  return error.message.split('\n')[0] ?? '';
}
