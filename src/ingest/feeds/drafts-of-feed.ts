import type { ArticleDraft, Publication } from '../../domain/article.ts';
import type { Feed, ItemIdentity } from '../../domain/feed.ts';
import type { FeedId, Instant } from '../../domain/identity.ts';
import type { Source } from '../../domain/relationship.ts';
import type { Fetcher } from '../../ports/fetcher.ts';
import { draftOf, type Finding } from '../draft-of.ts';
import { isTeaser, withFullText } from '../full-text.ts';
import type { FeedDocument, FeedItem } from './feed-reading.ts';
import { findingOf } from './findings-of.ts';
import { chooseItemIdentity, itemHash, itemKey } from './item-identity.ts';
import { hashAfterTries, isToBeAskedAgain, triesOf } from './page-tries.ts';

/** Taken in one check; the next takes the rest. */
const MOST_ITEMS = 2_000;
/** Pages read for one check; the next reads the rest. */
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
  /** Is there something left for the next check, though the feed should not change until then? */
  readonly hasMore: boolean;
}

interface Keyed {
  readonly item: FeedItem;
  readonly key: string;
  readonly hash: string;
  /** How often its page was asked for in vain. */
  readonly tries: number;
}

/** The items of a feed that are new or have changed, as drafts; an item that cannot be read costs no other. */
export async function draftsOfFeed(
  document: FeedDocument,
  feed: Feed,
  ports: DraftsPorts,
): Promise<DraftsOfFeed> {
  const itemIdentity = feed.state.itemIdentity ?? chooseItemIdentity(document.items);
  const news = await changedItems(document.items, itemIdentity, feed, ports);
  const drafts: ArticleDraft[] = [];
  let pagesLeft = MOST_PAGES;
  for (const keyed of news.slice(0, MOST_ITEMS)) {
    const finding = await findingOf(keyed.item, document, feed.url).catch(() => null);
    if (finding === null) continue;
    const mayAsk = pagesLeft > 0;
    if (wantsPage(finding)) pagesLeft -= 1;
    const { whole, hash } = await withPage(finding, keyed, mayAsk ? ports.fetcher : null);
    const languageAround = whole.languageAround ?? feed.language;
    const draft = await draftOf({ ...whole, languageAround }, ports.sources);
    if (draft !== null) drafts.push(fromFeed(draft, { ...keyed, hash }, { feed, now: ports.now }));
  }
  const hasMore = news.length > MOST_ITEMS || drafts.some(({ feedItem }) => isToBeAskedAgain(feedItem?.hash));
  return { drafts, itemIdentity, hasMore };
}

function wantsPage({ url, text }: Finding): boolean {
  return url !== null && isTeaser(text);
}

/** A teaser whose page was not read keeps a mark by which the next check asks again. */
async function withPage(
  finding: Finding,
  { hash, tries }: Keyed,
  fetcher: Fetcher | null,
): Promise<{ readonly whole: Finding; readonly hash: string }> {
  if (!wantsPage(finding)) return { whole: finding, hash };
  if (fetcher === null) return { whole: finding, hash: hashAfterTries(hash, tries) };
  const whole = await withFullText(finding, fetcher);
  return whole === null ? { whole: finding, hash: hashAfterTries(hash, tries + 1) } : { whole, hash };
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
    if (!byKey.has(key)) byKey.set(key, { item, key, hash: itemHash(item), tries: 0 });
  }
  const known = await knownItems(feed.id, [...byKey.keys()]);
  return [...byKey.values()]
    .filter(({ key, hash }) => known.get(key) !== hash)
    .map((keyed) => ({ ...keyed, tries: triesOf(known.get(keyed.key), keyed.hash) }));
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
