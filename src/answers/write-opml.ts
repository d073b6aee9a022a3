import type { Feed } from '../domain/feed.ts';
import type { Source } from '../domain/relationship.ts';
import { OWN_ATTRIBUTES } from '../ingest/feeds/opml-feed.ts';

export interface FeedOutline {
  readonly feed: Pick<Feed, 'url' | 'title' | 'language' | 'side' | 'isConfirmed' | 'pause'>;
  /** The source of the profile that it belongs to; null when there is none. */
  readonly source: Source | null;
}

type Attributes = Readonly<Record<string, string | null>>;

/**
 * Feeds as an OPML 2.0 document, one line a feed. What the standard has no word for – side, source, owner, whether it is
 * confirmed, why it rests – stands in attributes of our own, which other readers pass over and `readOpml` reads back.
 */
export function writeOpml(title: string, outlines: readonly FeedOutline[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:dragoman="${OWN_ATTRIBUTES.namespace}">`,
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
    ...outlines.map((outline) => `    <outline type="rss"${attributes(attributesOf(outline))}/>`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function attributesOf({ feed, source }: FeedOutline): Attributes {
  const site = source?.sites[0];
  return {
    text: feed.title,
    xmlUrl: feed.url,
    htmlUrl: site === undefined ? null : addressOf(site),
    language: feed.language === 'other' ? null : feed.language,
    category: source?.country ?? null,
    [OWN_ATTRIBUTES.side]: feed.side,
    [OWN_ATTRIBUTES.source]: source?.id ?? null,
    [OWN_ATTRIBUTES.owner]: source?.owner ?? null,
    [OWN_ATTRIBUTES.confirmed]: feed.isConfirmed ? null : 'no',
    [OWN_ATTRIBUTES.pausedBy]: feed.pause?.by ?? null,
    [OWN_ATTRIBUTES.pauseReason]: feed.pause?.reason ?? null,
  };
}

/** A profile names a site by its host alone. */
function addressOf(site: string): string {
  return /^https?:/.test(site) ? site : `https://${site}`;
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
