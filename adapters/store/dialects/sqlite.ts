import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { UserError } from '../../../src/errors.ts';
import type { Engine } from '../engine.ts';
import { soleLock } from './sqlite/sole-lock.ts';
import { sqliteDialect } from './sqlite/sqlite-driver.ts';
import { sqlitePassages } from './sqlite/sqlite-passages.ts';

const BUSY_TIMEOUT_MS = 5_000;
const CACHE_KIB = 16_000;
/** 16 MiB of log: with SQLite's own 1,000 pages nearly every batch of articles would end in a checkpoint. */
const CHECKPOINT_PAGES = 4_000;

/** Half a megabyte: a few milliseconds. */
const PAGES_A_STEP = 128;

/** Opens (or makes) a database file; `:memory:` lives as long as the store. */
export function openSqlite(file: string): Engine {
  const database = open(file);
  const sole = soleLock(file);
  return {
    dialect: sqliteDialect(database),
    passages: sqlitePassages,
    afterMigrations: async () => {},
    // There is one writer at a time, whatever it writes.
    lock: async () => {},
    skipTaken: (rows) => rows,
    // In steps between which others go on.
    copyTo: async (_db, target) => {
      await backup(database, target, { rate: PAGES_A_STEP });
    },
    // Kysely closes the connection only when it was used.
    close: async () => {
      sole.release();
      if (database.isOpen) database.close();
    },
    claimSole: async () => sole.claim(),
  };
}

function open(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, {
      enableForeignKeyConstraints: true,
      timeout: BUSY_TIMEOUT_MS,
    });
    // With a write-ahead log, NORMAL loses nothing when the process dies; readers never wait for the writer.
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = normal;
      pragma cache_size = -${CACHE_KIB};
      pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};
    `);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`The database ${file} cannot be opened: ${reason}.`, { cause: error });
  }
}
