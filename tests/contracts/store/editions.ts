import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const DUE = NOW - 5_000;
const MINUTE = 60_000;
const subscription = aSubscription();
const { channel } = subscription;

export function describeEditions(makeDatabase: MakeDatabase): void {
  describe('editions', () => {
    describe('claiming', () => describeClaiming(makeDatabase));
    describe('composing', () => describeComposing(makeDatabase));
  });
}

function describeClaiming(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives a due time to one of many callers', async () => {
    await store().subscriptions.add(subscription, 0);

    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(store(), NOW)));

    const [edition, ...others] = claims.filter((each) => each !== null);
    expect(others).toEqual([]);
    expect(edition).toMatchObject({ subscriptionId: subscription.id, dueAt: DUE, claimedAt: NOW });
  });

  it('gives every due time of a subscription on its own', async () => {
    await store().subscriptions.add(subscription, 0);
    const first = await claim(store(), NOW);

    const next = await store().editions.claim(dueEdition(subscription.id, DUE + 1), NOW, 0);

    expect(next).toMatchObject({ dueAt: DUE + 1 });
    expect(next?.id).not.toBe(first?.id);
  });

  it('hands an edition that was never composed to one other caller once it is stale', async () => {
    await store().subscriptions.add(subscription, 0);
    const first = await claim(store(), NOW);
    const later = NOW + 10 * MINUTE;

    const early = await store().editions.claim(dueEdition(subscription.id, DUE), later, NOW);
    const late = await Promise.all(
      [1, 2, 3].map(() => store().editions.claim(dueEdition(subscription.id, DUE), later, NOW + 1)),
    );

    expect(early).toBeNull();
    expect(late.filter((edition) => edition !== null)).toEqual([{ ...first, claimedAt: later }]);
  });

  it.each(['composed', 'closed'])('never hands out an edition again that was %s', async (end) => {
    const edition = await claimed(store());
    if (end === 'closed') await store().editions.close(edition);
    else await store().editions.compose(edition, aComposed(aMessage(), []), channel);

    const again = await store().editions.claim(dueEdition(subscription.id, DUE), NOW + MINUTE, NOW + 1);

    expect(again).toBeNull();
  });

  it('gives nothing for a subscription that was removed', async () => {
    expect(await claim(store(), NOW)).toBeNull();
    expect(await store().editions.lastDueAt(subscription.id)).toBeNull();
  });
}

function describeComposing(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('records the delivery of a composed edition and what it told', async () => {
    const edition = await claimed(store());

    const delivery = await store().editions.compose(
      edition,
      aComposed(aMessage(), ['article:1', 'event:1:held']),
      channel,
    );

    expect(delivery).toMatchObject({ editionId: edition.id, channel, status: 'recorded', attempts: 0 });
    expect(await store().deliveries.ofSubscription(subscription.id, 5)).toEqual([delivery]);
    const told = await store().editions.told([subscription.id], ['article:1', 'article:2']);
    expect([...told.keys()]).toEqual(['article:1']);
  });

  it('knows the latest due time that was composed or closed, not one that was only claimed', async () => {
    const edition = await claimed(store());
    const next = await store().editions.claim(dueEdition(subscription.id, DUE + 1), NOW, 0);
    await store().editions.claim(dueEdition(subscription.id, DUE + 2), NOW, 0);
    const lastDueAt = () => store().editions.lastDueAt(subscription.id);

    const onlyClaimed = await lastDueAt();
    await store().editions.compose(edition, aComposed(aMessage(), []), channel);
    const composed = await lastDueAt();
    if (next) await store().editions.close(next);
    const closed = await lastDueAt();

    expect([onlyClaimed, composed, closed]).toEqual([null, DUE, DUE + 1]);
  });

  it('remembers what each subscription was told on its own', async () => {
    const other = aSubscription({ id: 'sub-2' });
    await store().subscriptions.add(other, 0);
    await store().editions.compose(await claimed(store()), aComposed(aMessage(), ['article:1']), channel);

    expect((await store().editions.told([other.id], ['article:1'])).size).toBe(0);
  });

  it('records one delivery when two processes compose the same edition', async () => {
    const edition = await claimed(store());
    const first = await store().editions.compose(
      edition,
      aComposed(aMessage('first'), ['article:1']),
      channel,
    );

    const second = await store().editions.compose(
      edition,
      aComposed(aMessage('second'), ['article:2']),
      channel,
    );

    expect(second).toEqual(first);
    const told = await store().editions.told([subscription.id], ['article:1', 'article:2']);
    expect([...told.keys()]).toEqual(['article:1']);
    const taken = await store().deliveries.claimNext(NOW, NOW + MINUTE, ['console']);
    expect(taken?.message).toEqual(aMessage('first'));
  });

  it('refuses to compose a closed edition', async () => {
    const edition = await claimed(store());
    await store().editions.close(edition);

    const composing = store().editions.compose(edition, aComposed(aMessage(), ['article:1']), channel);

    await expect(composing).rejects.toThrow(edition.id);
    expect((await store().editions.told([subscription.id], ['article:1'])).size).toBe(0);
  });
}

function claim(store: Store, now: number): Promise<Edition | null> {
  return store.editions.claim(dueEdition(subscription.id, DUE), now, 0);
}

async function claimed(store: Store): Promise<Edition> {
  await store.subscriptions.add(subscription, 0);
  const edition = await claim(store, NOW);
  if (!edition) throw new Error('The first claim of a due time succeeds.');
  return edition;
}
