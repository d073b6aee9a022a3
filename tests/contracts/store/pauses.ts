import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { HERE, recordDelivery, subscriptionOf } from './record-delivery.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const MINUTE = 60_000;
const LEASE = NOW + MINUTE;
const THERE = { ...HERE, id: 'there' };
const pause = { at: NOW, reason: 'channel-archived', isOwnerTold: false };

export function describePauses(makeDatabase: MakeDatabase): void {
  describe('pauses', () => {
    describe('of subscriptions', () => describePausing(makeDatabase));
    describe('and deliveries', () => describeGivingUp(makeDatabase));
    describe('and editions', () => describeResuming(makeDatabase));
  });
}

function describePausing(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('rest all running subscriptions of a channel, and of no other', async () => {
    const here = [aSubscription({ id: 'a', channel: HERE }), aSubscription({ id: 'b', channel: HERE })];
    const elsewhere = [
      aSubscription({ id: 'c', channel: THERE }),
      aSubscription({ id: 'd', channel: { ...HERE, platform: 'web' } }),
    ];
    await addAll(store(), [...here, ...elsewhere]);

    const hasPaused = await store().subscriptions.pause(HERE, pause.reason, pause.at);

    expect(hasPaused).toBe(true);
    const rested = here.map((each) => ({ ...each, pause }));
    expect(await store().subscriptions.all()).toEqual([...rested, ...elsewhere]);
    expect(await store().subscriptions.ofChannel(HERE)).toEqual(rested);
    expect(await store().subscriptions.createdBy(HERE.platform, 'aigerim')).toHaveLength(3);
  });

  it('leave one alone that rests already: its owner is told once', async () => {
    const [old, fresh] = [aSubscription({ id: 'a' }), aSubscription({ id: 'b' })];
    await addAll(store(), [old]);
    await store().subscriptions.pause(HERE, pause.reason, pause.at);
    await store().subscriptions.markOwnerTold(old.id);
    await addAll(store(), [fresh]);

    const again = await store().subscriptions.pause(HERE, 'channel-gone', NOW + 1);
    const onceMore = await store().subscriptions.pause(HERE, 'channel-gone', NOW + 2);

    expect([again, onceMore]).toEqual([true, false]);
    expect((await store().subscriptions.get(old.id))?.pause).toEqual({ ...pause, isOwnerTold: true });
    const untold = await store().subscriptions.untoldPauses();
    expect(untold).toEqual([
      { ...fresh, pause: { at: NOW + 1, reason: 'channel-gone', isOwnerTold: false } },
    ]);
  });

  it('find nothing to rest in a channel without subscriptions', async () => {
    expect(await store().subscriptions.pause(HERE, pause.reason, NOW)).toBe(false);
    expect(await store().subscriptions.untoldPauses()).toEqual([]);
  });

  it('are stored with a subscription that rests from the beginning', async () => {
    const resting = aSubscription({ pause: { ...pause, isOwnerTold: true } });

    await addAll(store(), [resting]);

    expect(await store().subscriptions.get(resting.id)).toEqual(resting);
  });

  it('end once, for one subscription, and are told of anew the next time', async () => {
    const [one, two] = [aSubscription({ id: 'a' }), aSubscription({ id: 'b' })];
    await addAll(store(), [one, two]);
    await store().subscriptions.pause(HERE, pause.reason, pause.at);
    await store().subscriptions.markOwnerTold(one.id);

    const ends = [
      await store().subscriptions.resume(one.id, NOW + 1, 0),
      await store().subscriptions.resume(one.id, NOW + 2, 0),
    ];

    expect(ends).toEqual([true, false]);
    expect(await store().subscriptions.get(one.id)).toEqual(one);
    expect((await store().subscriptions.get(two.id))?.pause).toEqual(pause);
    await store().subscriptions.pause(HERE, pause.reason, NOW + 3);
    expect((await store().subscriptions.untoldPauses()).map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it('end for nobody who is not there, and tell nobody who runs', async () => {
    const running = aSubscription();
    await addAll(store(), [running]);
    await store().subscriptions.markOwnerTold(running.id);

    expect(await store().subscriptions.resume('nobody' as Subscription['id'], NOW, 0)).toBe(false);
    await store().subscriptions.pause(HERE, pause.reason, NOW);
    expect(await store().subscriptions.untoldPauses()).toHaveLength(1);
  });
}

function describeGivingUp(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const { id } = subscriptionOf(HERE);

  it('give up what waits for the channel, and nothing else', async () => {
    const sent = await recordDelivery(store());
    await store().deliveries.markSent(sent.id, NOW);
    const failed = await recordDelivery(store());
    await store().deliveries.markFailed(failed.id, 'too long', null);
    await recordDelivery(store());
    await recordDelivery(store());
    await store().deliveries.claimNext(NOW, LEASE, [HERE.platform]);
    const elsewhere = await recordDelivery(store(), { channel: THERE });

    await store().subscriptions.pause(HERE, 'not-a-member', NOW);

    const reasons = (await store().deliveries.ofSubscription(id, 9)).map(({ status, reason }) => [
      status,
      reason,
    ]);
    expect(reasons).toEqual([
      ['failed', 'not-a-member'],
      ['failed', 'not-a-member'],
      ['failed', 'too long'],
      ['sent', null],
    ]);
    expect((await store().deliveries.claimNext(LEASE, LEASE, [HERE.platform]))?.delivery.id).toBe(
      elsewhere.id,
    );
  });

  it('give up also what was recorded while the channel rested', async () => {
    await recordDelivery(store());
    const edition = await store().editions.claim(dueEdition(id, NOW + 9), NOW, 0);
    await store().subscriptions.pause(HERE, 'not-a-member', NOW);
    if (edition) await store().editions.compose(edition, aComposed(aMessage(), []), HERE);

    const hasPaused = await store().subscriptions.pause(HERE, 'channel-gone', NOW);

    expect(hasPaused).toBe(false);
    expect(await store().deliveries.countByStatus()).toEqual({ failed: 2 });
  });

  it('are not undone by an attempt that was on its way', async () => {
    const { id: delivery } = await recordDelivery(store());
    await store().deliveries.claimNext(NOW, LEASE, [HERE.platform]);
    await store().subscriptions.pause(HERE, 'asked', NOW);

    await store().deliveries.markFailed(delivery, 'rate limited', NOW);
    await store().subscriptions.resume(id, NOW, 0);

    expect(await store().deliveries.claimNext(LEASE, LEASE, [HERE.platform])).toBeNull();
  });
}

function describeResuming(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const subscription = aSubscription();
  const claim = (dueAt: number, now = NOW) =>
    store().editions.claim(dueEdition(subscription.id, dueAt), now, now - MINUTE);

  it('leave no edition to claim while a subscription rests', async () => {
    await addAll(store(), [subscription]);
    await store().subscriptions.pause(HERE, pause.reason, NOW);

    expect(await claim(NOW + 1)).toBeNull();
  });

  it('make up for nothing that was due before the end', async () => {
    await addAll(store(), [subscription]);
    await store().subscriptions.pause(HERE, pause.reason, NOW);
    await store().subscriptions.resume(subscription.id, NOW + 100, 0);

    const claims = [await claim(NOW + 50), await claim(NOW + 100), await claim(NOW + 101)];

    expect(claims.map((edition) => edition?.dueAt ?? null)).toEqual([null, null, NOW + 101]);
  });

  it('leave an edition that was never composed where it is', async () => {
    await addAll(store(), [subscription]);
    await claim(NOW);
    const later = NOW + 10 * MINUTE;
    await store().subscriptions.pause(HERE, pause.reason, NOW);

    const whileResting = await claim(NOW, later);
    await store().subscriptions.resume(subscription.id, later, 0);

    expect([whileResting, await claim(NOW, later)]).toEqual([null, null]);
  });

  it('keep what was told before, and since when', async () => {
    await addAll(store(), [subscription]);
    const edition = await claim(NOW);
    if (edition) await store().editions.compose(edition, aComposed(aMessage(), ['article:1']), HERE);

    await store().subscriptions.pause(HERE, pause.reason, NOW + 1);
    await store().subscriptions.resume(subscription.id, NOW + 2, 0);

    expect(await store().editions.lastDueAt(subscription.id)).toBe(NOW);
    expect([...(await store().editions.told([subscription.id], ['article:1'])).keys()]).toEqual([
      'article:1',
    ]);
  });
}

async function addAll(store: Store, subscriptions: readonly Subscription[]): Promise<void> {
  for (const each of subscriptions) await store.subscriptions.add(each, 0);
}
