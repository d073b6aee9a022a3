import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aMessage, aSubscription } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const LEASE = NOW + 60_000;
const PLATFORMS = ['console'];
const subscription = aSubscription();

export function describeDeliveries(makeDatabase: MakeDatabase): void {
  describe('deliveries', () => {
    describe('taking', () => describeTaking(makeDatabase));
    describe('marking', () => describeMarking(makeDatabase));
  });
}

function describeTaking(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives each due delivery to one of many callers, with its message', async () => {
    await recordDeliveries(store(), 3);

    const taken = await Promise.all(
      Array.from({ length: 8 }, () => store().deliveries.claimNext(NOW, LEASE, PLATFORMS)),
    );

    const messages = taken.flatMap((each) => (each ? [each.message] : []));
    expect(messages).toHaveLength(3);
    expect(messages).toEqual(expect.arrayContaining([0, 1, 2].map((n) => aMessage(`edition ${n}`))));
    const first = taken.find((each) => each !== null);
    expect(first?.delivery).toMatchObject({ status: 'sending', attempts: 1, nextAttemptAt: LEASE });
  });

  it('gives back every kind of block as it was composed', async () => {
    const citation = {
      kind: 'citation',
      articleId: 'a-1' as never,
      source: 'Dawn',
      date: '2026',
      url: null,
    } as const;
    const quote = { kind: 'quote', text: 'سلام', language: 'ur' } as const;
    const message = {
      blocks: [
        { kind: 'heading', text: [{ kind: 'bold', text: 'Today' }] },
        { kind: 'list', items: [[quote, citation]], isOrdered: true },
        {
          kind: 'fields',
          fields: [{ label: 'Source', value: [{ kind: 'link', text: 'x', url: 'https://x.org' }] }],
        },
        { kind: 'table', columns: ['a'], rows: [[[{ kind: 'code', text: '1' }]]] },
        { kind: 'divider' },
        { kind: 'actions', actions: [{ label: 'More', command: 'latest' }] },
      ],
    } as const;
    await store().subscriptions.add(subscription);
    const edition = await store().editions.claim(subscription.id, NOW, NOW, 0);
    if (edition) await store().editions.compose(edition, message, [], subscription.channel);

    const taken = await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);

    expect(taken?.message).toEqual(message);
  });

  it('gives nothing for other platforms, for none, or before it is due', async () => {
    await recordDeliveries(store(), 1);

    expect(await store().deliveries.claimNext(NOW, LEASE, ['web'])).toBeNull();
    expect(await store().deliveries.claimNext(NOW, LEASE, [])).toBeNull();
    expect(await store().deliveries.claimNext(NOW - 60_000, LEASE, PLATFORMS)).toBeNull();
  });

  it('gives a delivery again when its lease has run out', async () => {
    await recordDeliveries(store(), 1);
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);

    const early = await store().deliveries.claimNext(LEASE - 1, LEASE * 2, PLATFORMS);
    const late = await store().deliveries.claimNext(LEASE, LEASE * 2, PLATFORMS);

    expect(early).toBeNull();
    expect(late?.delivery.attempts).toBe(2);
  });

  it('drops the deliveries of a subscription that is removed', async () => {
    await recordDeliveries(store(), 1);

    await store().subscriptions.remove(subscription.id);

    expect(await store().deliveries.claimNext(NOW, LEASE, PLATFORMS)).toBeNull();
  });
}

function describeMarking(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('never gives a sent delivery again, whatever is said of it later', async () => {
    const [delivery] = await recordDeliveries(store(), 1);
    if (!delivery) throw new Error('One delivery is recorded.');
    await store().deliveries.markSent(delivery.id, NOW);

    await store().deliveries.markFailed(delivery.id, 'too late', NOW);

    expect(await store().deliveries.claimNext(LEASE, LEASE, PLATFORMS)).toBeNull();
    const [sent] = await store().deliveries.ofSubscription(subscription.id, 5);
    expect(sent).toMatchObject({ status: 'sent', sentAt: NOW, reason: null });
  });

  it('tries a failed delivery again when its time has come', async () => {
    const [delivery] = await recordDeliveries(store(), 1);
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);
    if (delivery) await store().deliveries.markFailed(delivery.id, 'rate limited', NOW + 500);

    const early = await store().deliveries.claimNext(NOW + 499, LEASE, PLATFORMS);
    const late = await store().deliveries.claimNext(NOW + 500, LEASE, PLATFORMS);

    expect(early).toBeNull();
    expect(late?.delivery).toMatchObject({ attempts: 2, reason: 'rate limited' });
  });

  it('keeps a delivery visible that was given up', async () => {
    const [delivery] = await recordDeliveries(store(), 2);
    if (delivery) await store().deliveries.markFailed(delivery.id, 'channel is gone', null);

    expect(await store().deliveries.countByStatus()).toEqual({ failed: 1, recorded: 1 });
    const all = await store().deliveries.ofSubscription(subscription.id, 5);
    expect(all.find(({ id }) => id === delivery?.id)).toMatchObject({
      status: 'failed',
      reason: 'channel is gone',
    });
  });

  it('lists the deliveries of a subscription newest first', async () => {
    const recorded = await recordDeliveries(store(), 3);

    const listed = await store().deliveries.ofSubscription(subscription.id, 2);

    expect(listed.map(({ id }) => id)).toEqual([recorded[2]?.id, recorded[1]?.id]);
  });
}

async function recordDeliveries(store: Store, count: number): Promise<readonly Delivery[]> {
  await store.subscriptions.add(subscription);
  const deliveries: Delivery[] = [];
  for (let n = 0; n < count; n += 1) {
    const edition = await store.editions.claim(subscription.id, NOW + n, NOW, 0);
    if (!edition) continue;
    deliveries.push(
      await store.editions.compose(edition, aMessage(`edition ${n}`), [], subscription.channel),
    );
  }
  return deliveries;
}
