import { describe, expect, it } from 'vitest';
import type { ArticleId, Instant } from '../../../src/domain/identity.ts';
import type { CitedInEdition, Edition, EditionKind } from '../../../src/domain/subscription.ts';
import type { Composed } from '../../../src/ports/channel-stores.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const subscription = aSubscription();
const { channel } = subscription;
const LEASE = NOW + 60_000;

function cited(articleId: string): CitedInEdition {
  return { articleId: articleId as ArticleId, revision: 1, storyId: null, text: `Words of ${articleId}.` };
}

export function describeEditionRecords(makeDatabase: MakeDatabase): void {
  describe('records of editions', () => {
    const store = storeInTest(makeDatabase);

    async function claim(dueAt: Instant, kind: EditionKind = 'digest'): Promise<Edition> {
      if ((await store().subscriptions.get(subscription.id)) === null)
        await store().subscriptions.add(subscription, null);
      const due = { ...dueEdition(subscription.id, dueAt), kind, coversFrom: dueAt - 10 };
      const edition = await store().editions.claim(due, NOW, 0);
      if (edition === null) throw new Error('The first claim of a due time succeeds.');
      return edition;
    }

    async function compose(edition: Edition, choices: Partial<Composed> = {}) {
      return store().editions.compose(edition, { ...aComposed(aMessage(), []), ...choices }, channel);
    }

    it('show the newest first, with their deliveries and whether they were closed', async () => {
      const composed = await claim(NOW);
      const closed = await claim(NOW + 1);
      const open = await claim(NOW + 2);
      const delivery = await compose(composed);
      await store().editions.close(closed);

      const records = await store().editions.ofSubscription(subscription.id, 10);

      expect(records).toEqual([
        { edition: open, delivery: null, isClosed: false },
        { edition: closed, delivery: null, isClosed: true },
        { edition: composed, delivery, isClosed: false },
      ]);
      expect(await store().editions.ofSubscription(subscription.id, 1)).toEqual(records.slice(0, 1));
      expect(await store().editions.getMany([composed.id, open.id])).toEqual([records[2], records[0]]);
    });

    it('tell which edition told something last, by its subject', async () => {
      const first = await claim(NOW);
      const second = await claim(NOW + 1);
      await compose(first, { told: ['event:1#announced', 'event:2#held', 'article:1'] });
      await compose(second, { told: ['event:1#held', 'article:1'] });

      const told = await store().editions.told([subscription.id], ['event:1', 'article:1']);

      expect(Object.fromEntries(told)).toEqual({
        'event:1#announced': first.id,
        'event:1#held': second.id,
        'article:1': second.id,
      });
    });

    it('find the digests and alerts that showed an article, with all that they showed', async () => {
      const early = await claim(NOW);
      const late = await claim(NOW + 1, 'alert');
      const other = await claim(NOW + 2);
      const correction = await claim(NOW + 3, 'correction');
      await compose(late, { cited: [cited('a'), cited('b')] });
      await compose(early, { cited: [cited('a')] });
      await compose(other, { cited: [cited('c')] });
      await compose(correction, { cited: [cited('a')] });

      const found = await store().editions.citing([cited('a').articleId], NOW);

      expect(found.map((each) => [each.edition.id, each.cited, each.delivery?.editionId])).toEqual([
        [early.id, [cited('a')], early.id],
        [late.id, [cited('a'), cited('b')], late.id],
      ]);
      const since = await store().editions.citing([cited('a').articleId], NOW + 1);
      expect(since.map(({ edition }) => edition.id)).toEqual([late.id]);
    });

    it('keep corrections apart: they are no due time, and answer the post that they correct', async () => {
      const digest = await claim(NOW);
      await compose(digest);
      const correction = await claim(NOW + 5, 'correction');
      const delivery = await compose(correction, { message: aMessage('Corrected.'), replyTo: 'post-1' });

      expect(delivery.replyTo).toBe('post-1');
      expect(await store().editions.lastDueAt(subscription.id)).toBe(NOW);
      const corrections = await store().editions.corrections(subscription.id, NOW);
      expect(corrections).toEqual([{ edition: correction, message: aMessage('Corrected.') }]);
      expect(await store().editions.corrections(subscription.id, NOW + 5)).toEqual([]);
    });

    it('list deliveries that were given up, of a channel or of all, and let them be tried again', async () => {
      const delivery = await compose(await claim(NOW));
      const claimed = await store().deliveries.claimNext(NOW, LEASE, ['console']);
      await store().deliveries.markFailed(delivery.id, 'too long', null);

      const [failed] = await store().deliveries.failed(channel, 10);
      const elsewhere = await store().deliveries.failed({ ...channel, id: 'elsewhere' }, 10);
      const isRetried = await store().deliveries.retry(delivery.id, NOW + 1);
      const again = await store().deliveries.claimNext(NOW + 1, LEASE, ['console']);

      expect(failed).toMatchObject({ id: delivery.id, status: 'failed', reason: 'too long' });
      expect([elsewhere, isRetried]).toEqual([[], true]);
      expect(again?.delivery).toMatchObject({
        id: delivery.id,
        attempts: 1,
        triedSince: claimed?.delivery.triedSince,
      });
      expect(await store().deliveries.retry(delivery.id, NOW + 2)).toBe(false);
      expect(await store().deliveries.failed(null, 10)).toEqual([]);
      expect(await store().deliveries.get(delivery.id)).toEqual(again?.delivery);
    });
  });
}
