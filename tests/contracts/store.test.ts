import { afterAll } from 'vitest';
import type { engines } from '../../adapters/store/dialects/index.ts';
import { postgresDatabases } from '../fixtures/postgres-databases.ts';
import { sqliteDatabase } from '../fixtures/sqlite-database.ts';
import { describeStore, type MakeDatabase } from './store.ts';

const postgres = postgresDatabases();
afterAll(() => postgres.stop());

/** How a test makes an empty database of each engine. An engine without an entry does not compile. */
const databases: Readonly<Record<keyof typeof engines, MakeDatabase>> = {
  sqlite: sqliteDatabase,
  postgres: postgres.make,
};

for (const [name, makeDatabase] of Object.entries(databases)) describeStore(name, makeDatabase);
