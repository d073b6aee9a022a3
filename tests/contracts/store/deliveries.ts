import { describe, expect, it } from 'vitest';
import { aMessage } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { HERE, recordDelivery, subscriptionOf } from './record-delivery.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const LEASE = NOW + 60_000;
const PLATFORMS = [HERE.platform];
const { id: subscriptionId } = subscriptionOf(HERE);

export function describeDeliveries(makeDatabase: MakeDatabase): void {
  describe('deliveries', () => {
    describe('taking', () => describeTaking(makeDatabase));
    describe('attempts', () => describeAttempts(makeDatabase));
    describe('marking', () => describeMarking(makeDatabase));
  });
}

function describeTaking(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives each due delivery to one of many callers, with its message', async () => {
    for (const id of ['1', '2', '3']) {
      await recordDelivery(store(), { channel: { ...HERE, id }, text: `to channel ${id}` });
    }

    const taken = await Promise.all(
      Array.from({ length: 8 }, () => store().deliveries.claimNext(NOW, LEASE, PLATFORMS)),
    );

    const given = taken.flatMap((each) => (each ? [[each.delivery.channel.id, each.message]] : []));
    expect(given.toSorted()).toEqual(['1', '2', '3'].map((id) => [id, aMessage(`to channel ${id}`)]));
    const first = taken.find((each) => each !== null);
    expect(first?.delivery).toMatchObject({ status: 'sending', attempts: 1, nextAttemptAt: LEASE });
  });

  it('gives back every kind of block as it was composed', async () => {
    const message = everyKindOfBlock();
    await recordDelivery(store(), { message });

    const taken = await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);

    expect(taken?.message).toEqual(message);
  });

  it('gives nothing for other platforms, for none, or before it is due', async () => {
    await recordDelivery(store());

    expect(await store().deliveries.claimNext(NOW, LEASE, ['web'])).toBeNull();
    expect(await store().deliveries.claimNext(NOW, LEASE, [])).toBeNull();
    expect(await store().deliveries.claimNext(NOW - 1, LEASE, PLATFORMS)).toBeNull();
  });

  it('gives a delivery again when its lease has run out', async () => {
    await recordDelivery(store());
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);

    const early = await store().deliveries.claimNext(LEASE - 1, LEASE * 2, PLATFORMS);
    const late = await store().deliveries.claimNext(LEASE, LEASE * 2, PLATFORMS);

    expect(early).toBeNull();
    expect(late?.delivery.attempts).toBe(2);
  });

  it('drops the deliveries of a subscription that is removed', async () => {
    await recordDelivery(store());

    await store().subscriptions.remove(subscriptionId);

    expect(await store().deliveries.claimNext(NOW, LEASE, PLATFORMS)).toBeNull();
  });
}

function describeAttempts(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('remember when the first of them began', async () => {
    const recorded = await recordDelivery(store());

    const first = await store().deliveries.claimNext(NOW + 7, LEASE, PLATFORMS);
    const second = await store().deliveries.claimNext(LEASE, LEASE * 2, PLATFORMS);

    const began = [recorded, first?.delivery, second?.delivery].map((each) => each?.triedSince);
    expect(began).toEqual([null, NOW + 7, NOW + 7]);
  });

  it('find the posts that were made before, in order, each once', async () => {
    const { id, posts } = await recordDelivery(store());
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);
    for (const post of ['9 "quoted"', '1', '9 "quoted"']) await store().deliveries.addPost(id, post);
    await store().deliveries.markFailed(id, 'cut off', LEASE);

    const again = await store().deliveries.claimNext(LEASE, LEASE * 2, PLATFORMS);

    expect(posts).toEqual([]);
    expect(again?.delivery.posts).toEqual(['9 "quoted"', '1']);
  });

  it('find no posts of other deliveries', async () => {
    const one = await recordDelivery(store());
    await recordDelivery(store());

    await store().deliveries.addPost(one.id, '1');

    const listed = await store().deliveries.ofSubscription(subscriptionId, 5);
    expect(listed.map(({ posts }) => posts)).toEqual([[], ['1']]);
  });

  it('keep posts that are reported at once', async () => {
    const { id } = await recordDelivery(store());
    const posts = Array.from({ length: 10 }, (_, place) => `post ${place}`);

    await Promise.all(posts.map((post) => store().deliveries.addPost(id, post)));

    const [delivery] = await store().deliveries.ofSubscription(subscriptionId, 1);
    expect(delivery?.posts.toSorted()).toEqual(posts);
  });

  it('say nothing when the delivery is gone with its subscription', async () => {
    const { id } = await recordDelivery(store());
    await store().subscriptions.remove(subscriptionId);

    await expect(store().deliveries.addPost(id, '1')).resolves.toBeUndefined();
  });
}

function describeMarking(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('never gives a sent delivery again, whatever is said of it later', async () => {
    const delivery = await recordDelivery(store());
    await store().deliveries.markSent(delivery.id, NOW);

    await store().deliveries.markFailed(delivery.id, 'too late', NOW);

    expect(await store().deliveries.claimNext(LEASE, LEASE, PLATFORMS)).toBeNull();
    const [sent] = await store().deliveries.ofSubscription(subscriptionId, 5);
    expect(sent).toMatchObject({ status: 'sent', sentAt: NOW, reason: null });
  });

  it('tries a failed delivery again when its time has come', async () => {
    const { id } = await recordDelivery(store());
    await store().deliveries.claimNext(NOW, LEASE, PLATFORMS);
    await store().deliveries.markFailed(id, 'rate limited', NOW + 500);

    const early = await store().deliveries.claimNext(NOW + 499, LEASE, PLATFORMS);
    const late = await store().deliveries.claimNext(NOW + 500, LEASE, PLATFORMS);

    expect(early).toBeNull();
    expect(late?.delivery).toMatchObject({ attempts: 2, reason: 'rate limited' });
  });

  it('keeps a delivery visible that was given up, and never brings it back', async () => {
    const { id } = await recordDelivery(store());
    await store().deliveries.markFailed(id, 'channel is gone', null);

    await store().deliveries.markFailed(id, 'rate limited', NOW);

    expect(await store().deliveries.claimNext(LEASE, LEASE, PLATFORMS)).toBeNull();
    expect(await store().deliveries.countByStatus()).toEqual({ failed: 1 });
    const [failed] = await store().deliveries.ofSubscription(subscriptionId, 5);
    expect(failed).toMatchObject({ id, status: 'failed', reason: 'channel is gone' });
  });

  it('knows that one arrived which was given up too early', async () => {
    const { id } = await recordDelivery(store());
    await store().deliveries.markFailed(id, 'channel is gone', null);

    await store().deliveries.markSent(id, NOW + 5);

    const [sent] = await store().deliveries.ofSubscription(subscriptionId, 5);
    expect(sent).toMatchObject({ status: 'sent', sentAt: NOW + 5, reason: null });
  });

  it('counts the deliveries of each status', async () => {
    const [first] = [await recordDelivery(store()), await recordDelivery(store())];
    await store().deliveries.markSent(first.id, NOW);

    expect(await store().deliveries.countByStatus()).toEqual({ recorded: 1, sent: 1 });
  });

  it('lists the deliveries of a subscription newest first', async () => {
    const recorded = [];
    for (const text of ['one', 'two', 'three']) recorded.push(await recordDelivery(store(), { text }));

    const listed = await store().deliveries.ofSubscription(subscriptionId, 2);

    expect(listed.map(({ id }) => id)).toEqual([recorded[2]?.id, recorded[1]?.id]);
  });
}

function everyKindOfBlock() {
  const citation = {
    kind: 'citation',
    articleId: 'a-1' as never,
    source: 'Dawn',
    date: '2026',
    url: null,
  } as const;
  const quote = { kind: 'quote', text: 'سلام', language: 'ur' } as const;
  const actions = [{ label: 'More', command: 'latest' }];
  return {
    blocks: [
      { kind: 'heading', text: [{ kind: 'bold', text: 'Today' }] },
      { kind: 'paragraph', text: [{ kind: 'italic', text: 'Quiet' }] },
      { kind: 'list', items: [[quote, citation]], isOrdered: true },
      { kind: 'entries', entries: [{ text: [quote, citation], actions }] },
      { kind: 'image', alt: 'A bar', file: { name: 'bar.png', mediaType: 'image/png', base64: 'iVBORw==' } },
      {
        kind: 'fields',
        fields: [{ label: 'Source', value: [{ kind: 'link', text: 'x', url: 'https://x.org' }] }],
      },
      { kind: 'table', columns: ['a'], rows: [[[{ kind: 'code', text: '1' }]]] },
      { kind: 'divider' },
      { kind: 'actions', actions },
    ],
  } as const;
}
