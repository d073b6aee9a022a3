import type { Delivery } from '../domain/subscription.ts';
import { TemporaryError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { holdBack } from './hold-back.ts';
import { watchFailures } from './watch-failures.ts';

interface Measuring {
  readonly metrics: Metrics;
  readonly clock: Pick<Clock, 'now'>;
  /** The deliveries that this process is sending. */
  readonly claimed: Map<Delivery['id'], Delivery>;
}

/**
 * The store, counting what becomes of feeds, articles, editions and deliveries at the moment at which it is stored, and
 * how late that is. What a transaction takes back is not counted.
 */
export function measureStore(store: Store, ports: Pick<Measuring, 'metrics' | 'clock'>): Store {
  const counted = new WeakSet<Error>();
  const onFailure = (error: unknown) => {
    if (!(error instanceof TemporaryError) || counted.has(error)) return;
    counted.add(error);
    ports.metrics.count('databaseErrors', {});
  };
  const watch = (each: Store) => watchFailures(each, onFailure);
  return measured(watch(store), watch, { ...ports, claimed: new Map() });
}

function measured(store: Store, watch: (store: Store) => Store, measuring: Measuring): Store {
  return {
    ...store,
    articles: measuredArticles(store, measuring),
    feeds: measuredFeeds(store, measuring),
    editions: measuredEditions(store, measuring),
    deliveries: measuredDeliveries(store, measuring),
    async transaction(work) {
      let held = holdBack(measuring.metrics);
      const result = await store.transaction((within) => {
        held = holdBack(measuring.metrics);
        return work(measured(watch(within), watch, { ...measuring, metrics: held.metrics }));
      });
      held.release();
      return result;
    },
  };
}

function measuredArticles({ articles }: Store, { metrics }: Measuring): Store['articles'] {
  return {
    ...articles,
    async save(draft, storedAt) {
      const saved = await articles.save(draft, storedAt);
      metrics.count('articles', { outcome: saved.outcome });
      return saved;
    },
  };
}

function measuredFeeds({ feeds }: Store, { metrics }: Measuring): Store['feeds'] {
  return {
    ...feeds,
    async claimDue(now, leaseUntil, limit) {
      const due = await feeds.claimDue(now, leaseUntil, limit);
      for (const { state } of due) metrics.time('stageLag', { stage: 'feeds' }, now - state.nextCheckAt);
      return due;
    },
    async record(id, state, movedTo) {
      await feeds.record(id, state, movedTo);
      metrics.count('feedChecks', { outcome: state.failures === 0 ? 'read' : 'failed' });
    },
  };
}

function measuredEditions({ editions }: Store, { metrics, clock }: Measuring): Store['editions'] {
  return {
    ...editions,
    async compose(edition, composed, channel) {
      const delivery = await editions.compose(edition, composed, channel);
      metrics.count('editions', { kind: edition.kind, outcome: 'composed' });
      metrics.time('stageLag', { stage: 'editions' }, clock.now() - edition.dueAt);
      return delivery;
    },
    async close(edition) {
      await editions.close(edition);
      metrics.count('editions', { kind: edition.kind, outcome: 'nothing-to-say' });
    },
  };
}

function measuredDeliveries(
  { deliveries, editions }: Store,
  { metrics, claimed }: Measuring,
): Store['deliveries'] {
  function note(id: Delivery['id'], outcome: string): Delivery | undefined {
    const delivery = claimed.get(id);
    claimed.delete(id);
    metrics.count('deliveries', { platform: delivery?.channel.platform ?? 'unknown', outcome });
    return delivery;
  }

  return {
    ...deliveries,
    async claimNext(now, leaseUntil, platforms) {
      const next = await deliveries.claimNext(now, leaseUntil, platforms);
      if (next !== null) claimed.set(next.delivery.id, next.delivery);
      return next;
    },
    async markSent(id, at) {
      await deliveries.markSent(id, at);
      const sent = note(id, 'sent');
      const [record] = sent === undefined ? [] : await editions.getMany([sent.editionId]).catch(() => []);
      if (record !== undefined)
        metrics.time('stageLag', { stage: 'deliveries' }, at - record.edition.claimedAt);
    },
    async markFailed(id, reason, retryAt) {
      await deliveries.markFailed(id, reason, retryAt);
      note(id, retryAt === null ? 'given-up' : 'failed');
    },
  };
}
