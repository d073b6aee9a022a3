import type { StatedTime } from '../../src/ingest/draft-of.ts';
import type { FeedDocument } from '../../src/ingest/feeds/feed-reading.ts';
import { titleOf } from '../../src/ingest/feeds/feed-texts.ts';
import { parsePublished } from '../../src/ingest/parse-published.ts';

/** An expectation in feedparser's names: `entries[0]['title']` is to be what `equals` says. */
export interface FeedCheck {
  readonly path: string;
  readonly equals?: unknown;
}

const PATH = /^(feed|entries\[(\d+)\])(?:\.(\w+)|\['(\w+)'\])(\['value'\])?$/;
const TITLES = ['title', 'title_detail'];
const DATES = ['published', 'updated', 'created', 'published_parsed', 'updated_parsed', 'created_parsed'];
const FIELDS = [...TITLES, ...DATES, 'link', 'id', 'guid'];

/** Titles, links, ids and dates of the feed and its entries; nothing else is asked of a reader of news. */
export function isMeasured({ path }: FeedCheck): boolean {
  const [, , , plain, quoted, value] = PATH.exec(path) ?? [];
  const field = plain ?? quoted ?? '';
  return FIELDS.includes(field) && (field === 'title_detail') === (value !== undefined);
}

/** A title holds when it is the expected one or its words without markup; a date when it is the same moment. */
export async function feedCheckHolds({ path, equals }: FeedCheck, feed: FeedDocument): Promise<boolean> {
  const [, , index, plain, quoted] = PATH.exec(path) ?? [];
  const field = plain ?? quoted ?? '';
  const item = index === undefined ? null : feed.items[Number(index)];
  if (item === undefined) return false;
  if (TITLES.includes(field)) return isTitle((item ?? feed).title, equals);
  if (field === 'link') return (item === null ? feed.link : item.url) === urlOf(equals);
  if (!DATES.includes(field)) return (item === null ? feed.id : item.guid) === equals;
  const { published, updated } = item ?? feed;
  return momentOf(field.startsWith('updated') ? updated : published) === expectedMoment(equals);
}

async function isTitle(title: string | null, expected: unknown): Promise<boolean> {
  if (typeof expected !== 'string') return false;
  const oneLine = expected.replace(/\s+/g, ' ').trim();
  return title === oneLine || (title ?? '') === ((await titleOf(expected)) ?? '');
}

/** An address may be written in more ways than one. */
function urlOf(expected: unknown): string | null {
  return typeof expected === 'string' ? (URL.parse(expected)?.href ?? expected) : null;
}

function momentOf(stated: StatedTime | null): number | null {
  return stated === null ? null : parsePublished(stated.value);
}

/** A moment as text, or as year, month, day, hours, minutes, seconds of UTC. */
function expectedMoment(expected: unknown): number | null | undefined {
  if (typeof expected === 'string') return parsePublished(expected) ?? undefined;
  if (!Array.isArray(expected)) return undefined;
  const [year, month, day, ...time] = expected.slice(0, 6).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, ...time);
}
