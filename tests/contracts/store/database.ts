import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import type { MakeDatabase, TestDatabase } from '../store.ts';
import { FIRST_TEN, NOW, storeArticle } from './store-in-test.ts';

export function describeDatabase(makeDatabase: MakeDatabase): void {
  describe('database', () => {
    it('keeps everything over a restart', async () => {
      const database = await databaseInTest(makeDatabase);
      const before = await openMigrated(database);
      const id = await storeArticle(before);
      await before.passages.index(id, [{ articleId: id, start: 0, end: 10, terms: ['airport'] }]);
      await before.close();

      const after = await openMigrated(database);

      expect((await after.articles.get(id))?.id).toBe(id);
      expect((await after.passages.search({ terms: ['airport'], match: 'all' }, FIRST_TEN)).total).toBe(1);
    });

    it('can be migrated again, also while it is used', async () => {
      const store = await openMigrated(await databaseInTest(makeDatabase));
      await storeArticle(store);

      await Promise.all([store.migrate(), store.migrate()]);

      expect(await store.articles.count()).toBe(1);
    });

    it('of a newer version is not touched, and says so', async () => {
      const database = await databaseInTest(makeDatabase);
      await openMigrated(database);
      await database.run("insert into kysely_migration (name, timestamp) values ('999-later', '2030')");
      const later = await database.open();

      const error = await later.migrate().catch((reason: unknown) => reason);
      await database.run("delete from kysely_migration where name = '999-later'");

      expect(error).toBeInstanceOf(UserError);
      expect(String(error)).toContain('newer version');
    });

    it('lets one of two processes have an edition and a delivery', async () => {
      const database = await databaseInTest(makeDatabase);
      const one = await openMigrated(database);
      const two = await database.open();
      const { id } = aSubscription();
      await one.subscriptions.add(aSubscription(), 0);

      const claims = await Promise.all(
        [one, two].map((store) => store.editions.claim(dueEdition(id, NOW), NOW, 0)),
      );

      expect(claims.filter((edition) => edition !== null)).toHaveLength(1);
    });

    it('can be closed when nothing was asked of it', async () => {
      const database = await databaseInTest(makeDatabase);

      const store = await database.open();

      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}

async function databaseInTest(makeDatabase: MakeDatabase): Promise<TestDatabase> {
  const database = await makeDatabase();
  onTestFinished(() => database.drop());
  return database;
}

async function openMigrated(database: TestDatabase): Promise<Store> {
  const store = await database.open();
  await store.migrate();
  return store;
}
