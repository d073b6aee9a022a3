import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type QueryResult,
  sql,
} from 'kysely';
import type { Pool } from 'pg';
import { engineError } from './engine-error.ts';
import { PostgresCompiler } from './postgres-compiler.ts';

/** A number of our own among the advisory locks of one database. */
const MIGRATION_LOCK = 7_201_002;

/** Kysely's own dialect, with failures in our words. */
export function postgresDialect(pool: Pool): Dialect {
  return {
    createDriver: () => withOwnErrors(new PostgresDriver({ pool })),
    createQueryCompiler: () => new PostgresCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createAdapter: () => withoutHurry(new PostgresAdapter()),
  };
}

/** A migration of a large archive takes its time, and others wait for it; the limits of the pool come back afterwards. */
function withoutHurry(adapter: PostgresAdapter): DialectAdapter {
  return Object.assign(adapter, {
    acquireMigrationLock: async (db: Kysely<unknown>) => {
      await sql`set statement_timeout = 0`.execute(db);
      await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
    },
    releaseMigrationLock: async (db: Kysely<unknown>) => {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
      await sql`reset statement_timeout`.execute(db);
    },
  });
}

function withOwnErrors(driver: Driver): Driver {
  /** Kysely gives back the connection that it was given; the driver wants its own. */
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const innerOf = (connection: DatabaseConnection) => inner.get(connection) ?? connection;
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await translated(() => driver.acquireConnection());
      const wrapped = wrap(connection);
      inner.set(wrapped, connection);
      return wrapped;
    },
    beginTransaction: (connection, settings) =>
      translated(() => driver.beginTransaction(innerOf(connection), settings)),
    commitTransaction: (connection) => translated(() => driver.commitTransaction(innerOf(connection))),
    rollbackTransaction: (connection) => translated(() => driver.rollbackTransaction(innerOf(connection))),
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => driver.destroy(),
  };
}

function wrap(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: <Row>(query: CompiledQuery): Promise<QueryResult<Row>> =>
      translated(() =>
        connection.executeQuery<Row>({ ...query, parameters: query.parameters.map(storable) }),
      ),
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

/** PostgreSQL keeps no NUL in a text. Another character in its place leaves every offset as it is. */
function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replaceAll('\u0000', '\uFFFD') : parameter;
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw engineError(error);
  }
}
