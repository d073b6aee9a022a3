import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { engineError } from './engine-error.ts';

const MAX_STATEMENTS = 400;

interface Prepared {
  readonly statement: StatementSync;
  readonly hasRows: boolean;
}

/** Kysely over one `node:sqlite` connection. Kysely's own lock keeps other calls out while a transaction runs. */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => sqliteDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    // Unlike Kysely's own SQLite adapter: SQLite can roll back DDL, so that a killed migration leaves nothing behind.
    createAdapter: () => ({
      supportsCreateIfNotExists: true,
      supportsMultipleConnections: false,
      supportsTransactionalDdl: true,
      supportsReturning: true,
      acquireMigrationLock: async () => {},
      releaseMigrationLock: async () => {},
    }),
  };
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database);
  const run = async (sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    // A deferred transaction that first reads and then writes may find another process ahead of it and fail at once;
    // an immediate one waits its turn.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    // A full disk makes SQLite roll back by itself.
    rollbackTransaction: async () => (database.isTransaction ? run('rollback') : undefined),
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const prepare = statementCache(database);
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { statement, hasRows } = prepare(sql);
        const values = parameters as readonly SQLInputValue[];
        if (hasRows) return { rows: statement.all(...values) as Row[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
      } catch (error) {
        throw engineError(error);
      }
    },
    // biome-ignore lint/correctness/useYield: the store never streams; Kysely asks for the member all the same.
    async *streamQuery() {
      throw new Error('This dialect does not stream.');
    },
  };
}

/** Keeps the most recently used statements: preparing costs more than running most of them. */
function statementCache(database: DatabaseSync): (sql: string) => Prepared {
  const statements = new Map<string, Prepared>();
  return (sql) => {
    const known = statements.get(sql);
    const statement = known?.statement ?? database.prepare(sql);
    const prepared = known ?? { statement, hasRows: statement.columns().length > 0 };
    statements.delete(sql);
    statements.set(sql, prepared);
    if (statements.size > MAX_STATEMENTS) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return prepared;
  };
}
