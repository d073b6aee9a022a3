import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { aSubscription } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase } from '../store.ts';
import { storeArticle, storeInTest } from './store-in-test.ts';

export function describeTransactions(makeDatabase: MakeDatabase): void {
  describe('transactions', () => {
    const store = storeInTest(makeDatabase);

    it('keep everything, and give back what the work gave', async () => {
      const result = await store().transaction(async (inner) => {
        await storeArticle(inner);
        await inner.subscriptions.add(aSubscription(), 0);
        return 'done';
      });

      expect(result).toBe('done');
      expect(await store().articles.count()).toBe(1);
      expect(await store().subscriptions.all()).toHaveLength(1);
    });

    it('keep nothing when the work fails, and throw its error', async () => {
      const failing = store().transaction(async (inner) => {
        await storeArticle(inner);
        await inner.subscriptions.add(aSubscription(), 0);
        throw new Error('stop');
      });

      await expect(failing).rejects.toThrow('stop');
      expect(await store().articles.count()).toBe(0);
      expect(await store().subscriptions.all()).toEqual([]);
    });

    it('undo only themselves inside another', async () => {
      await store().transaction(async (outer) => {
        await storeArticle(outer, { url: 'https://example.org/outer' });
        const inner = outer.transaction(async (nested) => {
          await storeArticle(nested, { url: 'https://example.org/inner' });
          throw new Error('stop');
        });
        await expect(inner).rejects.toThrow('stop');
      });

      expect((await store().articles.list(null, 10)).map(({ url }) => url)).toEqual([
        'https://example.org/outer',
      ]);
    });

    it('leave calls from outside alone: neither undone with them nor seeing their work', async () => {
      const entered = gate();
      const mayFail = gate();
      const failing = store().transaction(async (inner) => {
        await storeArticle(inner, { url: 'https://example.org/undone' });
        entered.open();
        await mayFail.opened;
        throw new Error('stop');
      });
      await entered.opened;

      const outside = storeArticle(store(), { url: 'https://example.org/kept' });
      const seen = store().articles.count();
      mayFail.open();

      await expect(failing).rejects.toThrow('stop');
      await outside;
      expect(await seen).toBeLessThan(2);
      expect((await store().articles.list(null, 10)).map(({ url }) => url)).toEqual([
        'https://example.org/kept',
      ]);
    });

    it('run one after the other when started together', async () => {
      const addOne = (inner: Store) => async () => {
        const before = await inner.articles.count();
        await storeArticle(inner, { url: `https://example.org/${before}` });
      };

      await Promise.all(Array.from({ length: 5 }, () => store().transaction((inner) => addOne(inner)())));

      expect(await store().articles.count()).toBe(5);
    });

    it('refuse calls after their end', async () => {
      const leaked = await store().transaction(async (inner) => inner);

      await expect(leaked.articles.count()).rejects.toThrow();
    });
  });
}

/** Opened once; lets a test hold work at a known point. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
