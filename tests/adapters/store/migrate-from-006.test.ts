import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../adapters/store/dialects/sqlite.ts';
import { articlesMigration } from '../../../adapters/store/migrations/001-articles.ts';
import { storiesMigration } from '../../../adapters/store/migrations/002-stories.ts';
import { ledgerMigration } from '../../../adapters/store/migrations/003-ledger.ts';
import { passagesMigration } from '../../../adapters/store/migrations/004-passages.ts';
import { subscriptionsMigration } from '../../../adapters/store/migrations/005-subscriptions.ts';
import { platformsMigration } from '../../../adapters/store/migrations/006-platforms.ts';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Tables } from '../../../adapters/store/tables.ts';
import type { ArticleId } from '../../../src/domain/identity.ts';
import { aFeed } from '../../fixtures/a-feed.ts';
import { folderInTest } from './folder-in-test.ts';

it('articles that were stored before there were feeds are no backlog, and feeds can be added', async () => {
  const file = `${await folderInTest()}/live.db`;
  await migrateTo006(file);
  storeAnArticle(file);

  const store = await openStore(`file:${file}`);
  onTestFinished(() => store.close());
  await store.migrate();

  expect(await store.articles.get('a-1' as ArticleId)).toMatchObject({
    title: { value: 'Airport opens', certainty: 'stated' },
    author: null,
    isBacklog: false,
    publication: { at: 7 },
  });
  expect(await store.feeds.add(aFeed())).toBe(true);
});

async function migrateTo006(database: string): Promise<void> {
  const engine = openSqlite(database);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const migrations = {
    '001-articles': articlesMigration,
    '002-stories': storiesMigration,
    '003-ledger': ledgerMigration,
    '004-passages': passagesMigration(engine.passages),
    '005-subscriptions': subscriptionsMigration,
    '006-platforms': platformsMigration,
  };
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

function storeAnArticle(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(
    `insert into articles values ('a-1', null, '/a.md', 'hash', 1, 9, 7, 'stated', 'front matter',
      'astana-times', 'stated', 'en', 'stated', 'Airport opens', 'stated', 'The airport opened.')`,
  );
  database.close();
}
