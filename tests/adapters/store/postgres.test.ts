import { Client } from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { TemporaryError, UserError } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/store.ts';
import { startPostgres } from '../../fixtures/a-postgres-server.ts';
import { aDraft } from '../../fixtures/an-article.ts';
import { postgresDatabases } from '../../fixtures/postgres-databases.ts';

const postgres = postgresDatabases();
afterAll(() => postgres.stop());

async function opened(): Promise<{ store: Store; address: string }> {
  const database = await postgres.make();
  onTestFinished(() => database.drop());
  return { store: await database.open(), address: database.address };
}

async function asOperator(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(statement);
  await client.end();
}

it('a server is migrated once by processes that start at the same time, and compares text byte by byte', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const stores = await Promise.all([1, 2, 3].map(() => openStore(`${server.address}/postgres`)));

  await Promise.all(stores.map((store) => store.migrate()));

  for (const url of ['B', 'a', 'ä', 'C'])
    await stores[0]?.articles.save(aDraft({ url: null, text: url, locator: url }), 0);
  const ids = (await stores[1]?.articles.list(null, 9))?.map(({ id }) => id) ?? [];
  expect(ids).toEqual(ids.toSorted());
  await Promise.all(stores.map((store) => store.close()));
});

describe('a connection to PostgreSQL', () => {
  it('that the server ends is made again by the next call', async () => {
    const { store, address } = await opened();
    await store.articles.save(aDraft(), 0);
    const database = new URL(address).pathname.slice(1);
    await asOperator(
      address,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`,
    );

    const counted = await retried(() => store.articles.count());

    expect(counted).toBe(1);
  });

  it('to a server that is gone is worth another attempt, and works once it is back', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const store = await openStore(`${server.address}/postgres`);
    onTestFinished(() => store.close());
    await store.migrate();
    await server.pause();

    const error = await store.articles.count().catch((reason: unknown) => reason);
    await server.resume();

    expect(error).toBeInstanceOf(TemporaryError);
    expect(await retried(() => store.articles.count())).toBe(0);
  });

  it.each([
    ['a wrong password', (address: string) => address.replace(':dragoman@', ':wrong@'), 'password'],
    [
      'a database that is not there',
      (address: string) => address.replace(/\/[^/]+$/, '/nowhere'),
      'does not exist',
    ],
  ])('with %s is refused with what to do', async (_, change, advice) => {
    const { address } = await opened();
    const store = await openStore(change(address));
    onTestFinished(() => store.close());

    const error = await store.articles.count().catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(advice);
    expect(String(error)).not.toContain('wrong');
  });

  it('that may only read is worth another attempt later', async () => {
    const { store, address } = await opened();
    const database = new URL(address).pathname.slice(1);
    await asOperator(address, `alter database ${database} set default_transaction_read_only = on`);
    onTestFinished(() =>
      asOperator(
        address,
        `set transaction_read_only = off; alter database ${database} reset default_transaction_read_only`,
      ),
    );

    const error = await store.articles.save(aDraft(), 0).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(TemporaryError);
    expect(String(error)).toContain('only be read');
  });
});

/** A broken connection is noticed by the first call that uses it. */
async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TemporaryError) || attempt === 5) throw error;
    }
  }
}
