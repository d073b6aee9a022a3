import { decode } from '../decode.ts';
import { feedOfOutline } from './feed-of-outline.ts';
import { followedAddress } from './followed-address.ts';
import { hasManyOpenTags } from './has-many-open-tags.ts';
import { mendXml } from './mend-xml.ts';
import { type OpmlFeed, type OpmlRefusal, OWN_ATTRIBUTES } from './opml-feed.ts';
import { type Outline, outlinesOf } from './outlines-of.ts';

/** Room for far more feeds than are taken; a longer list would hold up the bot while it is parsed. */
const MOST_BYTES = 524_288;
const MOST_FEEDS = 200;
const LONGEST_WRITTEN = 100;

export interface OpmlList {
  readonly kind: 'list';
  /** Each once, in the order of the list. */
  readonly feeds: readonly OpmlFeed[];
  readonly refusals: readonly OpmlRefusal[];
  /** How many more feeds it names than are taken from one list. */
  readonly leftOut: number;
}

/** What is no list of feeds is `refused`: `reason` says what it is instead, in one sentence. */
export type OpmlReading = OpmlList | { readonly kind: 'refused'; readonly reason: string };

/** Reads a list of feeds in OPML of any version, whoever wrote it, in any encoding. It never throws. */
export async function readOpml(page: {
  readonly bytes: Uint8Array;
  /** Value of the Content-Type header, or null. */
  readonly contentType: string | null;
}): Promise<OpmlReading> {
  if (page.bytes.byteLength === 0) return refused('the answer is empty');
  if (page.bytes.byteLength > MOST_BYTES) return refused('the list is longer than 512 KB');
  const text = decode(page.bytes, page.contentType);
  if (text === null) return refused('not a text, or in an encoding that cannot be told');
  const start = text.search(/<opml[\s>]/i);
  if (start < 0) return refused('not a list of feeds in OPML');
  if (hasManyOpenTags(text)) return refused('the list has too many tags that never end');
  try {
    return listOf(await parsed(mendXml(`<?xml version="1.0"?>${text.slice(start)}`)));
  } catch {
    return refused('the list is broken: its OPML cannot be read');
  }
}

async function parsed(xml: string): Promise<readonly Outline[]> {
  const { parseOpml } = await import('feedsmith');
  const { namespace: _, ...attributes } = OWN_ATTRIBUTES;
  return outlinesOf(parseOpml(xml, { extraOutlineAttributes: Object.values(attributes) }));
}

function listOf(outlines: readonly Outline[]): OpmlList {
  const feeds = new Map<string, OpmlFeed>();
  const refusals: OpmlRefusal[] = [];
  for (const outline of outlines) {
    const written = outline.xmlUrl ?? '';
    const url = followedAddress(written);
    if (url !== null) feeds.set(url, feeds.get(url) ?? feedOfOutline(outline, url));
    else if (written !== '') refusals.push({ written: cut(written), problem: 'no-web-address' });
    else if (outline.type === 'rss')
      refusals.push({ written: cut(outline.title ?? outline.text ?? ''), problem: 'no-address' });
  }
  const taken = [...feeds.values()].slice(0, MOST_FEEDS);
  return { kind: 'list', feeds: taken, refusals, leftOut: feeds.size - taken.length };
}

function cut(written: string): string {
  return written.length > LONGEST_WRITTEN ? `${written.slice(0, LONGEST_WRITTEN)}…` : written;
}

function refused(reason: string): OpmlReading {
  return { kind: 'refused', reason };
}
