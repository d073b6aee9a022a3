import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Runs `work` in one transaction; inside another one it simply joins, because the outer one undoes it all. */
export function atomically<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** As `atomically`, but a failure inside another transaction undoes `work` alone. */
export async function inTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  if (!db.isTransaction) return db.transaction().execute(work);
  await sql`savepoint nested`.execute(db);
  try {
    const result = await work(db);
    await sql`release savepoint nested`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint nested`.execute(db);
    await sql`release savepoint nested`.execute(db);
    throw error;
  }
}
