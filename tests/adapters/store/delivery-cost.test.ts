import { DatabaseSync } from 'node:sqlite';
import { type CompiledQuery, Kysely, type LogConfig } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../adapters/store/dialects/sqlite.ts';
import { fingerprintReader } from '../../../adapters/store/fingerprint-reader.ts';
import { storeOver } from '../../../adapters/store/store.ts';
import type { Tables } from '../../../adapters/store/tables.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aSubscription } from '../../fixtures/a-subscription.ts';
import { folderInTest } from './folder-in-test.ts';

/** Indexes that hold only what waits, and those by a key. */
const CHEAP = /USING INDEX (deliveries_waiting_\w+|sqlite_autoindex_deliveries_1 \(id=\?\))/;
const { channel } = aSubscription();

it.each<[string, (store: Store) => Promise<unknown>]>([
  ['taking a delivery', (store) => store.deliveries.claimNext(0, 1, ['console', 'web'])],
  ['knowing when the next is due', (store) => store.deliveries.nextDueAt(['console', 'web'])],
  ['giving up what waits for a channel', (store) => store.subscriptions.pause(channel, 'asked', 0)],
])('%s reads no delivery that was sent, and sorts none', async (_, work) => {
  const plan = await planOf(work);

  const steps = plan.filter((step) => /deliveries|earlier|B-TREE/.test(step));
  expect(steps).not.toEqual([]);
  expect(steps.filter((step) => !CHEAP.test(step))).toEqual([]);
});

/** How SQLite goes about the statements that some work consists of. */
async function planOf(work: (store: Store) => Promise<unknown>): Promise<readonly string[]> {
  const file = `${await folderInTest()}/live.db`;
  const queries: CompiledQuery[] = [];
  const engine = openSqlite(file);
  const log: LogConfig = ({ query }) => {
    queries.push(query);
  };
  const db = new Kysely<Tables>({ dialect: engine.dialect, log });
  const store = storeOver(db, engine, fingerprintReader());
  onTestFinished(() => store.close());
  await store.migrate();
  queries.length = 0;
  await work(store);
  return queries.filter(({ sql }) => /^(select|update)/.test(sql)).flatMap((query) => explain(file, query));
}

function explain(file: string, { sql, parameters }: CompiledQuery): readonly string[] {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const steps = database.prepare(`explain query plan ${sql}`).all(...(parameters as readonly string[]));
  return steps.map(({ detail }) => String(detail));
}
