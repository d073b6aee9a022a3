import { sql } from 'kysely';
import { Pool } from 'pg';
import type { Engine } from '../engine.ts';
import { writeCopy } from '../restore.ts';
import { useByteOrder } from './postgres/byte-order.ts';
import { postgresDialect } from './postgres/postgres-dialect.ts';
import { postgresPassages } from './postgres/postgres-passages.ts';
import { typesAsStored } from './postgres/types-as-stored.ts';

/** More would only queue in the server: a process sends few queries at once. */
const MOST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;
/** A query that takes longer has met a lock that nobody gives up. */
const QUERY_TIMEOUT_MS = 60_000;
/** A process that stood still within a transaction holds up all others no longer than this. */
const IDLE_IN_TRANSACTION_MS = 20_000;
/** For a server that no longer answers at all. It ends queries itself long before, except those of migrations. */
const ANSWER_TIMEOUT_MS = 10 * QUERY_TIMEOUT_MS;

/** A PostgreSQL server, which any number of processes share. Connections are made when they are first needed. */
export function openPostgres(address: string): Engine {
  const pool = new Pool({
    connectionString: `postgres://${address}`,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'dragoman',
    types: typesAsStored,
    allowExitOnIdle: true,
  });
  // A connection that breaks, in the pool or between two queries of a transaction: the next query says so or gets another
  // one. Without listeners the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    dialect: postgresDialect(pool),
    passages: postgresPassages,
    afterMigrations: useByteOrder,
    skipTaken: (rows) => rows.forUpdate().skipLocked(),
    lock: async (db, name) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`dragoman ${name}`}, 0))`.execute(db);
    },
    copyTo: writeCopy,
    // Any number of processes may.
    claimSole: async () => {},
    // Kysely ends the pool.
    close: async () => {},
  };
}
