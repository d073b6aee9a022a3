import { sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../../src/errors.ts';
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
  await refuseNewer(db, Object.keys(migrationsFor(engine)));
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await db.transaction().execute(async (trx) => {
    await engine.lock(trx, 'schema');
    await engine.afterMigrations(trx);
  });
}

/** What a newer version has changed this one would read wrongly, and write worse. */
async function refuseNewer(db: Db, known: readonly string[]): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  const newer = rows.find(({ name }) => !known.includes(name));
  if (newer === undefined) return;
  throw new UserError(
    `A newer version of Dragoman has changed this database (${newer.name}). Start that version, or restore a backup from before.`,
  );
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
