import type { Finding, FindingOrFailure } from '../draft-of.ts';
import { htmlToText } from './html-to-text.ts';

/** What rss-parser reads out of one item, as far as it is used here. */
interface FeedItem {
  readonly guid?: string;
  readonly id?: string;
  readonly link?: string;
  readonly title?: unknown;
  readonly pubDate?: string;
  readonly isoDate?: string;
  readonly date?: string;
  readonly content?: string;
  readonly 'content:encoded'?: string;
  readonly summary?: string;
}

interface Feed {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
}

/** Every item of an RSS, Atom or RDF feed, one that cannot be read by its number. Throws on text that is not a feed. */
export async function readFeed(locator: string, xml: string): Promise<FindingOrFailure[]> {
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser<{ language?: string }, FeedItem>();
  const feed = await parser.parseString(mended(xml));
  const around = { title: feed.title ?? null, link: feed.link ?? null, language: feed.language ?? null };
  return Promise.all(
    feed.items.map((item, index) => findingOrFailure(item, around, locator, `#${index + 1}`)),
  );
}

/** One hostile item does not cost the others. */
async function findingOrFailure(
  item: FeedItem,
  feed: Feed,
  locator: string,
  position: string,
): Promise<FindingOrFailure> {
  try {
    return await findingOf(item, feed, locator);
  } catch (error) {
    return { position, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function findingOf(item: FeedItem, feed: Feed, locator: string): Promise<Finding> {
  const title = await htmlToText(typeof item.title === 'string' ? item.title : '');
  const texts = [item['content:encoded'], item.content, item.summary].filter(
    (text) => typeof text === 'string',
  );
  const fullest = texts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const text = await htmlToText(fullest);
  const time = item.pubDate ?? item.isoDate ?? item.date;
  const base = feed.link ?? (/^https?:/.test(locator) ? locator : undefined);
  return {
    locator: `${locator}#${item.guid ?? item.id ?? item.link ?? title}`,
    url: item.link === undefined ? null : (URL.parse(item.link, base)?.href ?? null),
    title: title === '' ? null : title,
    text: text === '' ? title : text,
    language: null,
    languageAround: feed.language,
    published: time === undefined ? null : { value: time, where: 'feed' },
    sourceNames: feed.title === null ? [] : [feed.title],
    author: null,
  };
}

/** Feeds written by hand carry bare ampersands, and copied text carries control characters; XML allows neither. */
function mended(xml: string): string {
  return (
    xml
      .trimStart()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
      .replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#?\w+;)/g, (match) => (match === '&' ? '&amp;' : match))
  );
}
