import { describe, expect, it } from 'vitest';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const LATER = NOW + 60_000;

export function describeLeases(makeDatabase: MakeDatabase): void {
  describe('leases', () => {
    const store = storeInTest(makeDatabase);
    const hold = (holder: string, now = NOW, until = LATER) =>
      store().leases.hold('connection', holder, now, until);

    it('go to one of many', async () => {
      const held = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => hold(holder)));

      expect(held.filter((each) => each)).toHaveLength(1);
    });

    it('are kept by whoever renews them and taken over once their time has run out', async () => {
      await hold('a');

      const renewed = await hold('a', LATER - 1, LATER + 1_000);
      const tooEarly = await hold('b', LATER, LATER + 2_000);
      const inTime = await hold('b', LATER + 1_000, LATER + 2_000);
      const lost = await hold('a', LATER + 1_500, LATER + 3_000);

      expect([renewed, tooEarly, inTime, lost]).toEqual([true, false, true, false]);
    });

    it('are free when they are given up, which only their holder can do', async () => {
      await hold('a');

      await store().leases.release('connection', 'b');
      const stillHeld = await hold('b');
      await store().leases.release('connection', 'a');

      expect([stillHeld, await hold('b')]).toEqual([false, true]);
    });

    it('are forgotten once their time has run out', async () => {
      await hold('a', NOW, LATER);
      await store().leases.hold('other', 'a', NOW, NOW + 1);

      await store().leases.forget(NOW + 2);

      const held = await Promise.all(
        ['connection', 'other'].map((name) => store().leases.hold(name, 'b', NOW, LATER)),
      );
      expect(held).toEqual([false, true]);
    });

    it('of different names have nothing to do with each other', async () => {
      await hold('a');

      expect(await store().leases.hold('other', 'b', NOW, LATER)).toBe(true);
    });
  });
}
