import { type Feed, UNREAD_FEED } from '../../src/domain/feed.ts';
import type { FeedId } from '../../src/domain/identity.ts';
import type { FeedStore } from '../../src/ports/feed-store.ts';
import type { Store } from '../../src/ports/store.ts';

export interface FeedsInMemory extends FeedStore {
  get(id: string): Feed;
}

/** Feeds as the jobs need them, with the leases, in a map. */
export function feedsInMemory(...kept: readonly Feed[]): FeedsInMemory {
  const feeds = new Map<string, Feed>(kept.map((feed) => [feed.id, feed]));
  const leases = new Map<string, number>();
  const removed = new Set<string>();

  function get(id: string): Feed {
    const feed = feeds.get(id);
    if (feed === undefined) throw new Error(`No feed ${id}.`);
    return feed;
  }
  function change(id: string, changes: Partial<Feed>): void {
    feeds.set(id, { ...get(id), ...changes });
  }

  return {
    get,
    async add(feed) {
      if (feeds.has(feed.id) || removed.has(feed.id)) return false;
      feeds.set(feed.id, feed);
      return true;
    },
    async restore(feed) {
      feeds.set(feed.id, feed);
      return true;
    },
    async remove(id) {
      removed.add(id);
      return feeds.delete(id);
    },
    find: async (reference) => feeds.get(reference) ?? null,
    all: async () => [...feeds.values()],
    async claimDue(now, leaseUntil, limit) {
      const due = [...feeds.values()].filter(
        ({ id, pause, state }) => pause === null && state.nextCheckAt <= now && (leases.get(id) ?? 0) <= now,
      );
      const claimed = due.toSorted((a, b) => a.state.nextCheckAt - b.state.nextCheckAt).slice(0, limit);
      for (const { id } of claimed) leases.set(id, leaseUntil);
      return claimed;
    },
    async record(id, state, movedTo) {
      leases.delete(id);
      change(id, { state, ...(movedTo !== null && { url: movedTo }) });
    },
    confirm: async (id, title) => change(id, { isConfirmed: true, title }),
    pause: async (id, pause) => change(id, { pause }),
    async resume(id) {
      change(id, { pause: null });
      return true;
    },
    untoldPauses: async () => [...feeds.values()].filter(({ pause }) => pause !== null && !pause.isTold),
    async markPausesTold(ids) {
      for (const id of ids) {
        const { pause } = get(id);
        if (pause !== null) change(id, { pause: { ...pause, isTold: true } });
      }
    },
    knownItems: async () => new Map(),
    articleCounts: async () => [],
  };
}

/** The store with these feeds, in its transactions, too. */
export function withFeeds(store: Store, feeds: FeedStore): Store {
  return {
    ...store,
    articles: { ...store.articles, standingOf: async () => 'new' },
    feeds,
    transaction: (work) => store.transaction((inner) => work(withFeeds(inner, feeds))),
  };
}

/** A feed that is due and was never read. */
export function aDueFeed(id: string, choices: Partial<Feed> = {}): Feed {
  return {
    id: id as FeedId,
    url: `https://${id}.example/feed`,
    sourceId: null,
    title: id,
    language: 'en',
    side: 'KZ',
    origin: 'profile',
    isConfirmed: true,
    addedAt: 0,
    pause: null,
    state: { ...UNREAD_FEED, nextCheckAt: 0 },
    ...choices,
  };
}
