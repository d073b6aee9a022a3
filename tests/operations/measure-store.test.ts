import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPromMetrics } from '../../adapters/metrics/prom-metrics.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import { TemporaryError } from '../../src/errors.ts';
import { measureStore } from '../../src/operations/measure-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { aDraft } from '../fixtures/an-article.ts';

const NOW = Date.parse('2026-02-10T03:00:00Z');
const SAYING_NOTHING = { message: { blocks: [] }, told: [], cited: [], replyTo: null };
let plain: Store;

beforeEach(async () => {
  plain = await openStore('file::memory:');
  await plain.migrate();
});

afterEach(() => plain.close());

function measured(overrides: Partial<Store> = {}) {
  const metrics = createPromMetrics();
  const store = measureStore({ ...plain, ...overrides }, { metrics, clock: createFakeClock(NOW) });
  return { store, page: async () => (await metrics.page()).text };
}

describe('the measured store', () => {
  it('counts articles by what became of them', async () => {
    const { store, page } = measured();

    await store.articles.save(aDraft(), NOW);
    await store.articles.save(aDraft(), NOW);

    expect(await page()).toContain('dragoman_articles_total{outcome="new"} 1');
    expect(await page()).toContain('dragoman_articles_total{outcome="unchanged"} 1');
  });

  it('counts what a transaction did when it is done, and nothing of one that was taken back', async () => {
    const { store, page } = measured();

    const failing = store.transaction(async ({ articles }) => {
      await articles.save(aDraft(), NOW);
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    const before = await page();
    await store.transaction(({ articles }) => articles.save(aDraft(), NOW));

    expect(before).not.toContain('dragoman_articles_total{');
    expect(await page()).toContain('dragoman_articles_total{outcome="new"} 1');
  });

  it('times how late feeds are checked, and counts how that went', async () => {
    const { store, page } = measured();
    const feed = aFeed({ state: { nextCheckAt: NOW - 90_000 } });
    await store.feeds.add(feed);

    await store.feeds.claimDue(NOW, NOW + 60_000, 5);
    await store.feeds.record(feed.id, { ...feed.state, failures: 2 }, null);
    await store.feeds.record(feed.id, { ...feed.state, failures: 0 }, null);

    const text = await page();
    expect(text).toContain('dragoman_stage_lag_seconds_sum{stage="feeds"} 90');
    expect(text).toContain('dragoman_feed_checks_total{outcome="failed"} 1');
    expect(text).toContain('dragoman_feed_checks_total{outcome="read"} 1');
  });

  it('counts editions and what became of their deliveries, and times how late both were', async () => {
    const { store, page } = measured();
    const { id, channel } = aSubscription({ createdAt: NOW - 86_400_000 });
    await store.subscriptions.add(aSubscription({ createdAt: NOW - 86_400_000 }), NOW);
    const due = {
      subscriptionId: id,
      kind: 'digest',
      dueAt: NOW - 60_000,
      coversFrom: null,
      corrects: null,
    } as const;

    const edition = await store.editions.claim(due, NOW - 3_000, 0);
    if (edition === null) throw new Error('It cannot be claimed.');
    await store.editions.compose(edition, SAYING_NOTHING, channel);
    const first = await store.deliveries.claimNext(NOW, NOW, [channel.platform]);
    if (first === null) throw new Error('There is nothing to send.');
    await store.deliveries.markFailed(first.delivery.id, 'busy', NOW);
    await store.deliveries.claimNext(NOW, NOW + 1, [channel.platform]);
    await store.deliveries.markSent(first.delivery.id, NOW + 5_000);

    const text = await page();
    const { platform } = channel;
    expect(text).toContain('dragoman_editions_total{kind="digest",outcome="composed"} 1');
    expect(text).toContain('dragoman_stage_lag_seconds_sum{stage="editions"} 60');
    expect(text).toContain(`dragoman_deliveries_total{platform="${platform}",outcome="failed"} 1`);
    expect(text).toContain(`dragoman_deliveries_total{platform="${platform}",outcome="sent"} 1`);
    expect(text).toContain('dragoman_stage_lag_seconds_sum{stage="deliveries"} 8');
  });

  it('counts every failure of the database that may pass once, also through a transaction, and passes it on', async () => {
    const busy = new TemporaryError('The database is locked.', 100);
    const articles = { ...plain.articles, count: () => Promise.reject(busy) };
    const { store, page } = measured({ articles, transaction: (work) => work({ ...plain, articles }) });

    await expect(store.articles.get('none' as never)).resolves.toBeNull();
    await expect(store.transaction((within) => within.articles.count())).rejects.toBe(busy);

    expect(await page()).toContain('dragoman_database_errors_total 1');
  });
});
