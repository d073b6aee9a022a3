import type { ArticleDraft } from '../domain/article.ts';
import type { Feed, FeedPause, FeedState, ItemIdentity } from '../domain/feed.ts';
import { nextCheckAt, nextTryAt, rhythmOf } from '../domain/feed-rhythm.ts';
import type { FeedDocument, FeedReading } from '../ingest/feeds/feed-reading.ts';
import { parsePublished } from '../ingest/parse-published.ts';
import type { Fetcher, FetchOutcome } from '../ports/fetcher.ts';
import type { Logger } from '../ports/logger.ts';
import { type AcceptPorts, acceptArticles } from './accept-articles.ts';

/** Few enough that other work is not held up between two of them. */
const BATCH = 20;
const DAY_MS = 24 * 3_600_000;
/** A feed that has failed for so long rests until somebody looks at it. */
const GIVEN_UP_AFTER_MS = 30 * DAY_MS;

/** Without them the server answers with the whole feed. */
const NO_VALIDATORS = { etag: null, lastModified: null };

type Fetched = Extract<FetchOutcome, { kind: 'fetched' }>;
type Refused = Extract<FetchOutcome, { kind: 'refused' }>;

/** What the items of a feed came to. */
export interface FeedDrafts {
  readonly drafts: readonly ArticleDraft[];
  readonly itemIdentity: ItemIdentity;
  /** Is there something left for the next check, though the feed should not change until then? */
  readonly hasMore: boolean;
}

export interface CheckPorts extends AcceptPorts {
  readonly fetcher: Fetcher;
  readonly logger: Logger;
  /** Reads the bytes of a feed, whatever its format; does not throw. */
  readonly readFeed: (page: Pick<Fetched, 'bytes' | 'contentType' | 'url'>) => Promise<FeedReading>;
  /** The items that are not stored as they are. */
  readonly draftsOf: (document: FeedDocument, feed: Feed) => Promise<FeedDrafts>;
}

/**
 * Reads a feed once. Its articles are stored before anything is remembered of the check, so that whoever is killed in
 * between does the check again and loses nothing.
 */
export async function checkFeed(feed: Feed, ports: CheckPorts): Promise<void> {
  const { etag, lastModified } = feed.state;
  const outcome = await ports.fetcher.get(feed.url, { etag, lastModified });
  switch (outcome.kind) {
    case 'unchanged':
      return recordSuccess(feed, { movedTo: outcome.movedTo, askedMs: [outcome.freshForMs] }, ports);
    case 'fetched':
      return takeArticles(feed, outcome, ports);
    case 'refused':
      return recordFailure(feed, outcome, ports);
  }
}

async function takeArticles(feed: Feed, page: Fetched, ports: CheckPorts): Promise<void> {
  const reading = await ports.readFeed(page);
  if (reading.kind === 'refused')
    return recordFailure(feed, { reason: reading.reason, retryAfterMs: null, isGone: false }, ports);
  const { drafts, itemIdentity, hasMore } = await ports.draftsOf(reading.feed, feed);
  const added = await acceptInBatches(drafts, ports);
  if (!feed.isConfirmed) await ports.store.feeds.confirm(feed.id, titleOf(feed, reading.feed));
  const learnt: Partial<FeedState> = {
    ...(hasMore ? NO_VALIDATORS : page.validators),
    itemIdentity,
    rhythmMs: rhythmOf(publishedAts(reading.feed)) ?? feed.state.rhythmMs,
    articles: feed.state.articles + added,
    ...(added > 0 && { lastNewAt: ports.clock.now() }),
  };
  const askedMs = [page.freshForMs, reading.feed.checkEveryMs];
  await recordSuccess(feed, { movedTo: page.movedTo, askedMs, learnt }, ports);
  ports.logger.info('feed read', { feed: feed.id, items: reading.feed.items.length, added });
}

/** How many articles were new. The bot turns to other work after each batch. */
async function acceptInBatches(drafts: readonly ArticleDraft[], ports: CheckPorts): Promise<number> {
  let added = 0;
  for (let from = 0; from < drafts.length; from += BATCH) {
    const outcomes = await acceptArticles(drafts.slice(from, from + BATCH), ports);
    added += outcomes.filter((outcome) => outcome === 'new').length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return added;
}

/** A source is called by its name; a feed that an operator added by its own title. */
function titleOf({ origin, title }: Feed, document: FeedDocument): string {
  return origin === 'operator' ? (document.title ?? title) : title;
}

function publishedAts({ items }: FeedDocument): number[] {
  return items
    .map(({ published }) => (published === null ? null : parsePublished(published.value)))
    .filter((at) => at !== null);
}

interface Success {
  readonly movedTo: string | null;
  readonly askedMs: readonly (number | null)[];
  readonly learnt?: Partial<FeedState>;
}

async function recordSuccess(
  { id, state: before }: Feed,
  { movedTo, askedMs, learnt }: Success,
  { store, clock }: CheckPorts,
): Promise<void> {
  const now = clock.now();
  const state = { ...before, ...learnt, failures: 0, failingSince: null, problem: null };
  const nextAt = nextCheckAt({ feedId: id, now, rhythmMs: state.rhythmMs, askedMs });
  const checked = { lastCheckedAt: now, lastSuccessAt: now, nextCheckAt: nextAt };
  await store.feeds.record(id, { ...state, ...checked }, movedTo);
}

type Failure = Pick<Refused, 'reason' | 'retryAfterMs' | 'isGone'>;

async function recordFailure(feed: Feed, failure: Failure, ports: CheckPorts): Promise<void> {
  const { reason: problem, retryAfterMs } = failure;
  const now = ports.clock.now();
  const failures = feed.state.failures + 1;
  const failingSince = feed.state.failingSince ?? now;
  const nextAt = nextTryAt({ feedId: feed.id, now, failures, retryAfterMs });
  const state = { ...feed.state, failures, failingSince, problem, lastCheckedAt: now, nextCheckAt: nextAt };
  const by = failure.isGone ? 'gone' : now - failingSince >= GIVEN_UP_AFTER_MS ? 'failing' : null;
  const pause: FeedPause | null = by === null ? null : { at: now, reason: problem, by, isTold: false };
  await ports.store.transaction(async ({ feeds }) => {
    await feeds.record(feed.id, state, null);
    if (pause !== null) await feeds.pause(feed.id, pause);
  });
  ports.logger.warn('feed not read', { feed: feed.id, problem, failures, rests: by });
}
