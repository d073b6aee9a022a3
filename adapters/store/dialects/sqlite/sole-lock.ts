import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../../../src/errors.ts';

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
      const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
      try {
        lock.exec('begin exclusive');
        held = lock;
      } catch (error) {
        lock.close();
        throw new UserError(refusal(file), { cause: error });
      }
    },
    release() {
      held?.close();
      held = null;
    },
  };
}

function refusal(file: string): string {
  return `Another process runs the bot on ${file} already. SQLite bears one; for several set DATABASE_URL to a PostgreSQL server, such as postgres://user:password@host/database.`;
}
