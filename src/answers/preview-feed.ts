import { rhythmOf } from '../domain/feed-rhythm.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import { draftOf } from '../ingest/draft-of.ts';
import type { FeedDocument, FeedOffer } from '../ingest/feeds/feed-reading.ts';
import { findingOf } from '../ingest/feeds/findings-of.ts';
import { readFeedDocument } from '../ingest/feeds/read-feed-document.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import { createProfileIndex } from '../understand/profile-index.ts';
import { understand } from '../understand/understand.ts';

/** Enough to judge a feed by. */
const MOST_ITEMS = 50;

export interface PreviewPorts {
  readonly fetcher: Fetcher;
  readonly relationship: Relationship;
  readonly now: Instant;
}

export interface PreviewItem {
  readonly title: string;
  readonly language: string;
  readonly publishedAt: Instant | null;
  readonly isRelevant: boolean;
}

export type FeedPreview =
  | {
      readonly kind: 'feed';
      readonly title: string | null;
      readonly site: string | null;
      /** As the feed carries them, up to fifty. */
      readonly items: readonly PreviewItem[];
      /** Median time between items; null when it cannot be told. */
      readonly rhythmMs: number | null;
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly offers: readonly FeedOffer[] };

/** What a feed would bring, without storing any of it. */
export async function previewFeed(url: string, ports: PreviewPorts): Promise<FeedPreview> {
  const outcome = await ports.fetcher.get(url);
  if (outcome.kind === 'refused') return { kind: 'refused', reason: outcome.reason, offers: [] };
  if (outcome.kind === 'unchanged') return { kind: 'refused', reason: 'the server sent nothing', offers: [] };
  const reading = await readFeedDocument(outcome);
  if (reading.kind === 'refused') return reading;
  const items = await previewItems(reading.feed, ports);
  const times = items.map(({ publishedAt }) => publishedAt).filter((at) => at !== null);
  const { title, link: site } = reading.feed;
  return { kind: 'feed', title, site, items, rhythmMs: rhythmOf(times) };
}

async function previewItems(feed: FeedDocument, ports: PreviewPorts): Promise<readonly PreviewItem[]> {
  const { relationship, now } = ports;
  const index = createProfileIndex(relationship);
  const items: PreviewItem[] = [];
  for (const item of feed.items.slice(0, MOST_ITEMS)) {
    const finding = await findingOf(item, feed, '').catch(() => null);
    const draft = finding === null ? null : await draftOf(finding, relationship.sources);
    if (draft === null) continue;
    const article = { ...draft, id: '' as ArticleId, contentHash: '', revision: 1, storedAt: now };
    const { kind } = understand(article, index, now).understanding.relevance;
    items.push({
      title: draft.title.value,
      language: draft.language.value,
      publishedAt: draft.publication.at,
      isRelevant: kind === 'bilateral' || kind === 'one-side',
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return items;
}
