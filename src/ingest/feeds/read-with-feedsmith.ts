import { z } from 'zod';
import { feedAddress } from './feed-address.ts';
import type { FeedDocument, FeedItem } from './feed-reading.ts';
import { contentsOf, textOrNull, timeOf, titleOf } from './feed-texts.ts';
import { hasManyOpenTags } from './has-many-open-tags.ts';

const text = z.string().nullish().catch(null);
const texts = z.array(z.string()).nullish().catch(null);
const xml = z.object({ lang: text, base: text }).nullish().catch(null);
/** A title of type `text` has no markup: a `<` in it is one. */
const titled = z
  .union([
    z.string(),
    z.object({ value: z.string(), type: text }).transform(({ value, type }) => {
      return type === 'text' ? value.replaceAll('<', '&lt;') : value;
    }),
  ])
  .nullish()
  .catch(null);
/** A text of its own, or one with a type beside it. */
const worded = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .nullish()
  .catch(null);
const named = z
  .array(z.object({ name: text }))
  .nullish()
  .catch(null);
const links = z
  .array(z.object({ href: text, rel: text }))
  .nullish()
  .catch(null);

const itemShape = z.object({
  id: text,
  guid: worded,
  link: text,
  url: text,
  external_url: text,
  links,
  title: titled,
  description: text,
  summary: worded,
  content: z
    .union([worded, z.object({ encoded: z.string() }).transform(({ encoded }) => encoded)])
    .nullish()
    .catch(null),
  content_html: text,
  content_text: text,
  pubDate: text,
  published: text,
  date_published: text,
  updated: text,
  date_modified: text,
  authors: named,
  language: text,
  dc: z.object({ dates: texts, creators: texts }).nullish().catch(null),
  dcterms: z.object({ issued: texts, modified: texts }).nullish().catch(null),
  xml,
  rdf: z.object({ about: text }).nullish().catch(null),
});
type ParsedItem = z.infer<typeof itemShape>;

const feedShape = z.object({
  id: text,
  title: titled,
  link: text,
  links,
  home_page_url: text,
  language: text,
  xml,
  pubDate: text,
  published: text,
  lastBuildDate: text,
  updated: text,
  dc: z.object({ dates: texts }).nullish().catch(null),
  dcterms: z.object({ issued: texts, created: texts, modified: texts }).nullish().catch(null),
  ttl: z.number().nullish().catch(null),
  items: z.array(itemShape).nullish().catch(null),
  entries: z.array(itemShape).nullish().catch(null),
});

const MINUTE_MS = 60_000;

/** RSS, Atom, RDF or JSON Feed. Throws on what is none of them. */
export async function readWithFeedsmith(content: string, address: string): Promise<FeedDocument> {
  if (!/^\s*\{/.test(content) && hasManyOpenTags(content)) throw new Error('too many tags that never end');
  const { parseFeed } = await import('feedsmith');
  const { format, feed } = parseFeed(content);
  const parsed = feedShape.parse(feed);
  const ownBase = feedAddress(parsed.xml?.base, address);
  const page = parsed.link ?? parsed.home_page_url ?? pageOf(parsed.links);
  const link = feedAddress(page, ownBase ?? address);
  const items = parsed.items ?? parsed.entries ?? [];
  return {
    format,
    title: await titleOf(parsed.title),
    link,
    id: textOrNull(parsed.id),
    language: textOrNull(parsed.language ?? parsed.xml?.lang),
    checkEveryMs: parsed.ttl == null || parsed.ttl <= 0 ? null : parsed.ttl * MINUTE_MS,
    published: timeOf(
      parsed.pubDate,
      parsed.published,
      parsed.dcterms?.issued?.[0],
      parsed.dcterms?.created?.[0],
    ),
    updated: timeOf(
      parsed.lastBuildDate,
      parsed.updated,
      parsed.dcterms?.modified?.[0],
      parsed.dc?.dates?.[0],
    ),
    items: await Promise.all(items.map((item) => itemOf(item, ownBase ?? link ?? address))),
  };
}

async function itemOf(item: ParsedItem, around: string): Promise<FeedItem> {
  const base = feedAddress(item.xml?.base, around) ?? around;
  const { content, content_html, content_text, description, summary } = item;
  return {
    guid: textOrNull(item.guid ?? item.id ?? item.rdf?.about),
    url: feedAddress(item.link ?? item.url ?? item.external_url ?? pageOf(item.links), base),
    title: await titleOf(item.title),
    ...contentsOf([content, content_html, content_text, description, summary]),
    author: textOrNull(item.authors?.[0]?.name ?? item.dc?.creators?.[0]),
    language: textOrNull(item.language ?? item.xml?.lang),
    published: publishedOf(item),
    updated: timeOf(item.updated, item.date_modified, item.dcterms?.modified?.[0]),
  };
}

function publishedOf({ pubDate, published, date_published, dc, dcterms }: ParsedItem): FeedItem['published'] {
  return timeOf(pubDate, published, date_published, dc?.dates?.[0], dcterms?.issued?.[0]);
}

/** The link to the page itself; others lead to the feed, to comments or to files. */
function pageOf(found: z.infer<typeof links>): string | null {
  return found?.find(({ rel }) => rel == null || rel === 'alternate')?.href ?? null;
}
