import type { ArticleDraft, Publication } from '../../domain/article.ts';
import type { Feed, ItemIdentity } from '../../domain/feed.ts';
import type { FeedId, Instant } from '../../domain/identity.ts';
import type { Source } from '../../domain/relationship.ts';
import type { Fetcher } from '../../ports/fetcher.ts';
import { draftOf } from '../draft-of.ts';
import { isTeaser, withFullText } from '../full-text.ts';
import type { FeedDocument, FeedItem } from './feed-reading.ts';
import { findingOf } from './findings-of.ts';
import { chooseItemIdentity, itemHash, itemKey } from './item-identity.ts';

const MOST_ITEMS = 500;
/** Pages read for one check; teasers beyond them stay teasers. */
const MOST_PAGES = 30;
const DAY_MS = 86_400_000;

export interface DraftsPorts {
  readonly fetcher: Fetcher;
  readonly sources: readonly Source[];
  /** The hashes of the items of this feed that are stored, by key. */
  knownItems(id: FeedId, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  readonly now: Instant;
}

export interface DraftsOfFeed {
  readonly drafts: readonly ArticleDraft[];
  readonly itemIdentity: ItemIdentity;
}

interface Keyed {
  readonly item: FeedItem;
  readonly key: string;
  readonly hash: string;
}

/** The items of a feed that are new or have changed, as drafts; an item that cannot be read costs no other. */
export async function draftsOfFeed(
  document: FeedDocument,
  feed: Feed,
  ports: DraftsPorts,
): Promise<DraftsOfFeed> {
  const itemIdentity = feed.state.itemIdentity ?? chooseItemIdentity(document.items);
  const news = await changedItems(document.items.slice(0, MOST_ITEMS), itemIdentity, feed, ports);
  const drafts: ArticleDraft[] = [];
  let pagesLeft = MOST_PAGES;
  for (const keyed of news) {
    const finding = await findingOf(keyed.item, document, feed.url).catch(() => null);
    if (finding === null) continue;
    const wantsPage = pagesLeft > 0 && finding.url !== null && isTeaser(finding.text);
    if (wantsPage) pagesLeft -= 1;
    const whole = wantsPage ? await withFullText(finding, ports.fetcher) : finding;
    const languageAround = whole.languageAround ?? feed.language;
    const draft = await draftOf({ ...whole, languageAround }, ports.sources);
    if (draft !== null) drafts.push(fromFeed(draft, keyed, { feed, now: ports.now }));
  }
  return { drafts, itemIdentity };
}

/** One of each key; the first is the newest in nearly all feeds. */
async function changedItems(
  items: readonly FeedItem[],
  identity: ItemIdentity,
  feed: Feed,
  { knownItems }: DraftsPorts,
): Promise<readonly Keyed[]> {
  const byKey = new Map<string, Keyed>();
  for (const item of items) {
    const key = itemKey(item, identity);
    if (!byKey.has(key)) byKey.set(key, { item, key, hash: itemHash(item) });
  }
  const known = await knownItems(feed.id, [...byKey.keys()]);
  return [...byKey.values()].filter(({ key, hash }) => known.get(key) !== hash);
}

function fromFeed(
  draft: ArticleDraft,
  { key, hash }: Keyed,
  { feed, now }: { readonly feed: Feed; readonly now: Instant },
): ArticleDraft {
  return {
    ...draft,
    sourceId: feed.sourceId === null ? draft.sourceId : { value: feed.sourceId, certainty: 'stated' },
    publication: believable(draft.publication, now),
    feedItem: { feedId: feed.id, key, hash },
    isBacklog: feed.state.lastSuccessAt === null,
  };
}

/** Clocks run ahead by hours and zones are mistaken; a time more than a day ahead is no time at all. */
function believable(publication: Publication, now: Instant): Publication {
  if (publication.at === null || publication.at <= now + DAY_MS) return publication;
  const day = new Date(publication.at).toISOString().slice(0, 10);
  return {
    at: null,
    certainty: 'unknown',
    reason: `the date in the ${publication.reason} is in the future: ${day}`,
  };
}
