import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { FeedDocument } from '../../src/ingest/feeds/feed-reading.ts';
import { type CheckPorts, checkFeed } from '../../src/jobs/check-feed.ts';
import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { aDueFeed, type FeedsInMemory, feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const index = createProfileIndex(aKnownPair());

export const FETCHED = {
  kind: 'fetched',
  url: 'https://dawn.example/feed',
  bytes: new Uint8Array(),
  contentType: 'application/rss+xml',
  validators: { etag: '"2"', lastModified: 'Tue, 10 Feb 2026 03:00:00 GMT' },
  movedTo: null,
  freshForMs: null,
} as const satisfies FetchOutcome;
export const UNCHANGED: FetchOutcome = { kind: 'unchanged', movedTo: null, freshForMs: null };
export const REFUSED = {
  kind: 'refused',
  reason: 'The server does not answer.',
  retryAfterMs: null,
  isGone: false,
} as const satisfies FetchOutcome;
export const DOCUMENT: FeedDocument = {
  format: 'rss',
  title: 'Dawn, latest',
  link: null,
  id: null,
  language: 'en',
  checkEveryMs: null,
  published: null,
  updated: null,
  items: [],
};

export interface CheckChoices extends Partial<CheckPorts> {
  readonly feeds: FeedsInMemory;
  readonly outcome?: FetchOutcome;
  readonly document?: FeedDocument;
  readonly drafts?: readonly ArticleDraft[];
}

/** Checks the feed `dawn` as it is stored. */
export function checkDawn(
  { feeds, outcome = FETCHED, document = DOCUMENT, drafts = [], ...ports }: CheckChoices,
  { store, clock }: Pick<CheckPorts, 'store' | 'clock'>,
): Promise<void> {
  return checkFeed(feeds.get('dawn'), {
    store: withFeeds(store, feeds),
    clock,
    index,
    logger: createFakeLogger(),
    fetcher: { get: async () => outcome },
    readFeed: async () => ({ kind: 'feed', feed: document }),
    draftsOf: async () => ({ drafts, itemIdentity: 'guid', hasMore: false }),
    ...ports,
  });
}

export function dawn(choices: Partial<Feed> = {}): FeedsInMemory {
  return feedsInMemory(aDueFeed('dawn', choices));
}

export function draftsUpTo(count: number): ArticleDraft[] {
  return Array.from({ length: count }, (_, place) =>
    aDraft({
      url: `https://dawn.example/${place}`,
      title: `Report ${place}`,
      text: `Report number ${place}.`,
    }),
  );
}
