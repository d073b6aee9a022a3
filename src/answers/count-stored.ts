import type { Instant } from '../domain/identity.ts';
import type { Store } from '../ports/store.ts';

/** How much is stored, counted once. */
export interface Stored {
  readonly articles: number;
  readonly byRelevance: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly stories: number;
  readonly events: number;
  readonly agreements: number;
  readonly subscriptions: number;
  readonly deliveries: Readonly<Record<string, number>>;
  readonly newestAt: Instant | null;
}

const ONLY_TOTAL = { limit: 1, offset: 0 };

export async function countStored(store: Store): Promise<Stored> {
  const [stories, events, agreements, subscriptions] = await Promise.all([
    store.stories.latest({}, ONLY_TOTAL),
    store.ledger.events({}, ONLY_TOTAL),
    store.ledger.agreements({}, ONLY_TOTAL),
    store.subscriptions.all(),
  ]);
  return {
    articles: await store.articles.count(),
    byRelevance: await store.understandings.countByRelevance(),
    byLanguage: await store.articles.countByLanguage(),
    stories: stories.total,
    events: events.total,
    agreements: agreements.total,
    subscriptions: subscriptions.length,
    deliveries: await store.deliveries.countByStatus(),
    newestAt: await store.articles.newestPublishedAt(),
  };
}
