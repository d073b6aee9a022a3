import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { articlesMigration } from './migrations/001-articles.ts';
import { storiesMigration } from './migrations/002-stories.ts';
import { ledgerMigration } from './migrations/003-ledger.ts';
import { passagesMigration } from './migrations/004-passages.ts';
import { subscriptionsMigration } from './migrations/005-subscriptions.ts';
import { platformsMigration } from './migrations/006-platforms.ts';
import { feedsMigration } from './migrations/007-feeds.ts';
import { alertsMigration } from './migrations/008-alerts.ts';
import type { Db } from './tables.ts';

/** All of them in one transaction, or none. */
export async function migrateToLatest(db: Db, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await engine.afterMigrations(db);
}

function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    '001-articles': articlesMigration,
    '002-stories': storiesMigration,
    '003-ledger': ledgerMigration,
    '004-passages': passagesMigration(engine.passages),
    '005-subscriptions': subscriptionsMigration,
    '006-platforms': platformsMigration,
    '007-feeds': feedsMigration,
    '008-alerts': alertsMigration,
  };
}
