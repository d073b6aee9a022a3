import { parsePage } from '../formats/parse-page.ts';
import { feedAddress } from './feed-address.ts';
import type { FeedOffer } from './feed-reading.ts';
import { textOrNull } from './feed-texts.ts';

const MOST_OFFERS = 10;
const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;

/** The feeds that a page announces in its head, the most prominent first. */
export async function feedOffers(html: string, address: string): Promise<readonly FeedOffer[]> {
  const page = await parsePage(html);
  const offers = new Map<string, FeedOffer>();
  for (const link of page.querySelectorAll('link[rel~="alternate"]')) {
    const url = feedAddress(link.getAttribute('href'), address);
    if (url === null || !FEED_TYPE.test(link.getAttribute('type') ?? '') || offers.has(url)) continue;
    offers.set(url, { url, title: textOrNull(link.getAttribute('title')) });
  }
  return [...offers.values()].slice(0, MOST_OFFERS);
}
