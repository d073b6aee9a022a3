import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Db } from './tables.ts';

/** Runs `work` in one transaction; inside another one it simply joins, because the outer one undoes it all. */
export function atomically<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** Whoever reads the archive in order to write to it takes turns with others who do. */
const ARCHIVE = 'archive';

/** As `atomically`, for those who look before they write: nobody else does meanwhile, in any process. */
export function inTurn<Result>(
  db: Db,
  engine: Pick<Engine, 'lock'>,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return atomically(db, async (trx) => {
    await engine.lock(trx, ARCHIVE);
    return work(trx);
  });
}

/** As `inTurn`, but a failure inside another transaction undoes `work` alone. */
export async function inTransaction<Result>(
  db: Db,
  engine: Pick<Engine, 'lock'>,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  if (!db.isTransaction) return inTurn(db, engine, work);
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
