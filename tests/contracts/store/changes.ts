import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const ids = (...names: readonly string[]) => names as ArticleId[];

export function describeChanges(makeDatabase: MakeDatabase): void {
  describe('changes', () => {
    const store = storeInTest(makeDatabase);

    it('are taken once, the oldest first', async () => {
      await store().changes.record(ids('c'), NOW + 1);
      await store().changes.record(ids('a', 'b'), NOW);

      const first = await store().changes.take(2);
      const second = await store().changes.take(2);

      expect([first.toSorted(), second, await store().changes.take(2)]).toEqual([['a', 'b'], ['c'], []]);
    });

    it('of one article are one until they are taken, and may come again', async () => {
      await store().changes.record(ids('a', 'a'), NOW);
      await store().changes.record(ids('a'), NOW + 1);

      const first = await store().changes.take(10);
      await store().changes.record(ids('a'), NOW + 2);

      expect([first, await store().changes.take(10)]).toEqual([['a'], ['a']]);
    });

    it('come back when the transaction that took them fails', async () => {
      await store().changes.record(ids('a'), NOW);

      const failing = store().transaction(async (trx) => {
        await trx.changes.take(10);
        throw new Error('died');
      });

      await expect(failing).rejects.toThrow('died');
      expect(await store().changes.take(10)).toEqual(['a']);
    });

    it('go each to one of many callers', async () => {
      const all = Array.from({ length: 40 }, (_, n) => `a-${String(n).padStart(2, '0')}`);
      await store().changes.record(ids(...all), NOW);

      const taken = await Promise.all(Array.from({ length: 8 }, () => store().changes.take(10)));
      const rest = await store().changes.take(100);

      expect([...taken.flat(), ...rest].toSorted()).toEqual(all);
    });
  });
}
