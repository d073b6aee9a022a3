import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Pool } from 'pg';
import { engineError } from './engine-error.ts';

/** Kysely's own dialect, with failures in our words. */
export function postgresDialect(pool: Pool): Dialect {
  return {
    createDriver: () => withOwnErrors(new PostgresDriver({ pool })),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createAdapter: () => new PostgresAdapter(),
  };
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
      translated(() => connection.executeQuery<Row>(query)),
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw engineError(error);
  }
}
