import { access } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { UserError } from '../../src/errors.ts';
import { copyTables, emptyTables } from './copy-tables.ts';
import { openSqlite } from './dialects/sqlite.ts';
import { migrateToLatest } from './migrate-to-latest.ts';
import type { Db, Tables } from './tables.ts';

/** Called within a transaction, so that whoever reads meanwhile sees all as it was or all as it is. */
export async function restore(db: Db, file: string): Promise<void> {
  const copy = await openCopy(file);
  try {
    await emptyTables(db);
    await copyTables(copy, db);
  } finally {
    await copy.destroy();
  }
}

/** A copy is always a file of SQLite. One that an older version wrote is brought up to date first. */
async function openCopy(file: string): Promise<Db> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new UserError(`There is no file ${file} to restore from.`);
  const engine = openSqlite(file);
  const copy = new Kysely<Tables>({ dialect: engine.dialect });
  await migrateToLatest(copy, engine);
  return copy;
}

/** Writes a copy of a database of any engine to a file of SQLite that must not exist yet. */
export async function writeCopy(db: Db, file: string): Promise<void> {
  const engine = openSqlite(file);
  const copy = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrateToLatest(copy, engine);
    await copy.transaction().execute(async (to) => {
      await emptyTables(to);
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((from) => copyTables(from, to));
    });
  } finally {
    await copy.destroy();
  }
}
