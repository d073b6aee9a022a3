import { describe, expect, it } from 'vitest';
import { aSubscription } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const alert = aSubscription({
  id: 'alert',
  timing: { kind: 'at-once', quietHours: null, coolDownMs: 0, isAlsoInDigest: false },
});
const digest = aSubscription({ id: 'digest' });
const { channel } = digest;

export function describeWaking(makeDatabase: MakeDatabase): void {
  describe('subscriptions that are awaited', () => {
    const store = storeInTest(makeDatabase);
    const awaitedIds = async (now = NOW) =>
      (await store().subscriptions.awaited(now, 10)).map(({ subscription }) => subscription.id);

    it('are those whose time has come, the longest awaited first', async () => {
      await store().subscriptions.add(aSubscription({ id: 'later' }), NOW + 1);
      await store().subscriptions.add(aSubscription({ id: 'now' }), NOW);
      await store().subscriptions.add(aSubscription({ id: 'long-ago' }), NOW - 1_000);
      await store().subscriptions.add(alert, null);

      expect(await awaitedIds()).toEqual(['long-ago', 'now']);
      expect(await store().subscriptions.awaited(NOW, 1)).toEqual([
        { subscription: aSubscription({ id: 'long-ago' }), since: NOW - 1_000 },
      ]);
    });

    it('do not rest', async () => {
      await store().subscriptions.add(digest, NOW);
      await store().subscriptions.pauseOne(digest.id, 'asked', NOW);

      const resting = await awaitedIds();
      await store().subscriptions.resume(digest.id, NOW, NOW + 5);

      expect([resting, await awaitedIds(), await awaitedIds(NOW + 5)]).toEqual([[], [], ['digest']]);
    });

    it('sleep until the time that was set, unless somebody has set another meanwhile', async () => {
      await store().subscriptions.add(digest, NOW);

      await store().subscriptions.setWake(digest.id, NOW - 1, NOW + 100);
      const untouched = await awaitedIds();
      await store().subscriptions.setWake(digest.id, NOW, NOW + 100);

      expect([untouched, await awaitedIds(), await awaitedIds(NOW + 100)]).toEqual([
        ['digest'],
        [],
        ['digest'],
      ]);
    });

    it('keep the time since which something has happened', async () => {
      await store().subscriptions.add(alert, null);

      await store().subscriptions.wake([alert.id], NOW);
      await store().subscriptions.wake([alert.id], NOW + 1);

      expect(await store().subscriptions.awaited(NOW, 10)).toEqual([{ subscription: alert, since: NOW }]);
    });

    it('can be changed and keep what they were told', async () => {
      await store().subscriptions.add(digest, NOW);
      const changed = { ...digest, topicIds: ['trade'], minOrigins: 2, length: 'short' } as const;

      const isChanged = await store().subscriptions.replace(changed, NOW + 7);

      expect([isChanged, await store().subscriptions.get(digest.id)]).toEqual([true, changed]);
      expect([await awaitedIds(), await awaitedIds(NOW + 7)]).toEqual([[], ['digest']]);
      expect(await store().subscriptions.replace(alert, null)).toBe(false);
    });

    it('list the alerts that run', async () => {
      const resting = aSubscription({ ...alert, id: 'resting' });
      for (const each of [alert, resting, digest]) await store().subscriptions.add(each, null);
      await store().subscriptions.pauseOne(resting.id, 'asked', NOW);

      expect(await store().subscriptions.alerts()).toEqual([alert]);
      expect((await store().subscriptions.ofChannel(channel)).length).toBe(3);
    });
  });
}
