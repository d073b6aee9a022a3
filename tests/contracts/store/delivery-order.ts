import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/domain/subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { describeLongRun } from './delivery-long-run.ts';
import { HERE, recordDelivery, subscriptionOf } from './record-delivery.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const LEASE = NOW + 60_000;
const PLATFORMS = [HERE.platform];
const THERE: Channel = { ...HERE, id: 'there' };

export function describeDeliveryOrder(makeDatabase: MakeDatabase): void {
  describe('order of deliveries', () => {
    describe('within a channel', () => describeOrder(makeDatabase));
    describe('in the long run', () => describeLongRun(makeDatabase));
    describe('next due time', () => describeNextDueAt(makeDatabase));
  });
}

function describeOrder(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const claim = (now = NOW, leaseUntil = LEASE) => store().deliveries.claimNext(now, leaseUntil, PLATFORMS);
  const claimedId = async (now = NOW) => (await claim(now))?.delivery.id ?? null;

  it('is that of recording, whatever may be sent first', async () => {
    const first = await recordDelivery(store(), { at: NOW + 2 });
    const second = await recordDelivery(store(), { at: NOW });

    const early = await claimedId(NOW + 1);
    const one = await claimedId(NOW + 2);
    await store().deliveries.markSent(first.id, NOW + 2);
    const two = await claimedId(NOW + 2);

    expect([early, one, two]).toEqual([null, first.id, second.id]);
  });

  it('holds while an earlier one is being sent, waits for its next attempt, or is taken over', async () => {
    const first = await recordDelivery(store());
    await recordDelivery(store());

    const [one, whileSending] = [await claimedId(), await claimedId()];
    await store().deliveries.markFailed(first.id, 'rate limited', NOW + 500);
    const [whileWaiting, again] = [await claimedId(NOW + 499), await claimedId(NOW + 500)];
    const takenOver = await claimedId(LEASE);

    expect([one, whileSending, whileWaiting, again]).toEqual([first.id, null, null, first.id]);
    expect(takenOver).toBe(first.id);
  });

  it.each(['sent', 'given up'])('goes on when the earlier one is %s', async (end) => {
    const first = await recordDelivery(store());
    const second = await recordDelivery(store());
    await claim();

    if (end === 'sent') await store().deliveries.markSent(first.id, NOW);
    else await store().deliveries.markFailed(first.id, 'no such channel', null);

    expect(await claimedId()).toBe(second.id);
  });

  it('goes on when the earlier one is removed with its subscription', async () => {
    await recordDelivery(store());
    await recordDelivery(store());
    await claim();
    await store().subscriptions.remove(subscriptionOf(HERE).id);

    const third = await recordDelivery(store());

    expect(await claimedId()).toBe(third.id);
  });

  it('holds up no other channel, and no channel of that name on another platform', async () => {
    await recordDelivery(store());
    const elsewhere = await recordDelivery(store(), { channel: THERE });
    const onTheWeb = await recordDelivery(store(), { channel: { ...HERE, platform: 'web' } });
    await claim();

    const next = [await claimedId(), (await store().deliveries.claimNext(NOW, LEASE, ['web']))?.delivery.id];

    expect(next).toEqual([elsewhere.id, onTheWeb.id]);
  });

  it('gives at most one of a channel to many callers', async () => {
    for (let n = 0; n < 3; n += 1) await recordDelivery(store());

    const taken = await Promise.all(Array.from({ length: 8 }, () => claim()));

    expect(taken.filter((each) => each !== null)).toHaveLength(1);
  });
}

function describeNextDueAt(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const nextDueAt = (platforms: readonly string[] = PLATFORMS) => store().deliveries.nextDueAt(platforms);

  it('is null when nothing waits on these platforms', async () => {
    const before = await nextDueAt();
    const { id } = await recordDelivery(store());
    const others = [await nextDueAt(['web']), await nextDueAt([])];
    await store().deliveries.markSent(id, NOW);

    expect([before, ...others, await nextDueAt()]).toEqual([null, null, null, null]);
  });

  it('is the earliest of all channels', async () => {
    await recordDelivery(store(), { at: NOW + 20 });
    await recordDelivery(store(), { at: NOW + 10, channel: THERE });

    expect(await nextDueAt()).toBe(NOW + 10);
  });

  it('leaves out what stands behind another until that is done', async () => {
    const first = await recordDelivery(store(), { at: NOW });
    await recordDelivery(store(), { at: NOW + 5 });
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);

    const whileSending = await nextDueAt();
    await store().deliveries.markFailed(first.id, 'rate limited', NOW + 500);
    const whileWaiting = await nextDueAt();
    await store().deliveries.markFailed(first.id, 'no such channel', null);

    expect([whileSending, whileWaiting, await nextDueAt()]).toEqual([LEASE, NOW + 500, NOW + 5]);
  });

  it('is when a delivery can be taken, and not before', async () => {
    const { id } = await recordDelivery(store());
    await store().deliveries.markFailed(id, 'rate limited', NOW + 77);

    const at = (await nextDueAt()) ?? 0;

    expect(await store().deliveries.claimNext(at - 1, LEASE, PLATFORMS)).toBeNull();
    expect(await store().deliveries.claimNext(at, LEASE, PLATFORMS)).not.toBeNull();
  });
}
