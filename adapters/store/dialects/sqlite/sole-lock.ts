import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../../../src/errors.ts';
import { sqliteCodeOf } from './engine-error.ts';

/** SQLite's result code for a lock that somebody else holds. */
const BUSY = 5;

export interface SoleLock {
  /** `UserError` when another process has it. */
  claim(): void;
  release(): void;
}

/**
 * A lock on a file beside the database. The operating system drops it with the process, however that ends, so that none
 * is ever left over.
 */
export function soleLock(file: string): SoleLock {
  let held: DatabaseSync | null = null;
  return {
    claim() {
      if (file === ':memory:' || held !== null) return;
      held = take(`${file}.lock`, file);
    },
    release() {
      held?.close();
      held = null;
    },
  };
}

function take(lockFile: string, file: string): DatabaseSync {
  const lock = new DatabaseSync(lockFile, { timeout: 0, open: false });
  try {
    lock.open();
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    if (lock.isOpen) lock.close();
    throw new UserError(sqliteCodeOf(error) === BUSY ? taken(file) : unwritable(lockFile, error), {
      cause: error,
    });
  }
}

function unwritable(lockFile: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The file ${lockFile} cannot be written, and without it the bot does not start: ${reason}.`;
}

function taken(file: string): string {
  return `Another process runs the bot on ${file} already. SQLite bears one; for several set DATABASE_URL to a PostgreSQL server, such as postgres://user:password@host/database.`;
}
