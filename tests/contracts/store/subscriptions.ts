import { describe, expect, it } from 'vitest';
import { aSubscription } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

export function describeSubscriptions(makeDatabase: MakeDatabase): void {
  describe('subscriptions', () => {
    const store = storeInTest(makeDatabase);

    it('gives back a subscription with everything it asks for', async () => {
      const subscription = aSubscription({ topicIds: ['trade', 'defence'], personIds: ['tokayev'] });

      await store().subscriptions.add(subscription, 0);

      expect(await store().subscriptions.get(subscription.id)).toEqual(subscription);
    });

    it('lists those of one channel, and all, oldest first', async () => {
      const here = { platform: 'console', id: 'here' };
      const later = aSubscription({ id: 'sub-a', channel: here, createdAt: NOW });
      const earlier = aSubscription({ id: 'sub-b', channel: here, createdAt: NOW - 1_000 });
      const elsewhere = aSubscription({ id: 'sub-c', channel: { ...here, id: 'there' }, createdAt: NOW + 1 });
      const otherPlatform = aSubscription({
        id: 'sub-d',
        channel: { ...here, platform: 'web' },
        createdAt: NOW + 2,
      });
      for (const each of [later, earlier, elsewhere, otherPlatform]) await store().subscriptions.add(each, 0);

      expect(await store().subscriptions.ofChannel(here)).toEqual([earlier, later]);
      expect(await store().subscriptions.all()).toEqual([earlier, later, elsewhere, otherPlatform]);
    });

    it('lists those that one person of a platform made, in any channel, oldest first', async () => {
      const later = aSubscription({ id: 'sub-a', createdAt: NOW });
      const earlier = aSubscription({
        id: 'sub-b',
        channel: { platform: 'console', id: 'there' },
        createdAt: NOW - 1_000,
      });
      const others = [
        aSubscription({ id: 'sub-c', createdBy: 'bilal' }),
        aSubscription({ id: 'sub-d', channel: { platform: 'web', id: 'here' } }),
      ];
      for (const each of [later, earlier, ...others]) await store().subscriptions.add(each, 0);

      expect(await store().subscriptions.createdBy('console', 'aigerim')).toEqual([earlier, later]);
    });

    it('removes a subscription once', async () => {
      const subscription = aSubscription();
      await store().subscriptions.add(subscription, 0);

      expect(await store().subscriptions.remove(subscription.id)).toBe(true);
      expect(await store().subscriptions.remove(subscription.id)).toBe(false);
      expect(await store().subscriptions.get(subscription.id)).toBeNull();
    });
  });
}
