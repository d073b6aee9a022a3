import { Client } from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import { TemporaryError } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aDraft } from '../../fixtures/an-article.ts';
import { postgresDatabases } from '../../fixtures/postgres-databases.ts';

const postgres = postgresDatabases();
afterAll(() => postgres.stop());

interface Opened {
  readonly store: Store;
  /** Ends every connection of the store, as a server that restarts does. */
  endConnections(): Promise<void>;
  /** How the server would go about a query of a large archive. */
  plan(query: string): Promise<string>;
}

async function opened(): Promise<Opened> {
  const database = await postgres.make();
  onTestFinished(() => database.drop());
  const name = new URL(database.address).pathname.slice(1);
  const others = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
  const client = new Client({ connectionString: database.address });
  await client.connect();
  onTestFinished(() => client.end());
  return {
    store: await database.open(),
    endConnections: async () => void (await client.query(others)),
    plan: async (query) => {
      await client.query('set enable_seqscan = off');
      const { rows } = await client.query(`explain (format json) ${query}`);
      return JSON.stringify(rows);
    },
  };
}

describe('work on PostgreSQL', () => {
  it('that loses its connection between two statements is undone, and the process lives on', async () => {
    const { store, endConnections } = await opened();

    const working = store.transaction(async (inner) => {
      await inner.articles.save(aDraft({ url: 'https://example.org/1' }), 0);
      await endConnections();
      await inner.articles.save(aDraft({ url: 'https://example.org/2' }), 0);
    });

    await expect(working).rejects.toBeInstanceOf(TemporaryError);
    expect(await store.articles.count()).toBe(0);
  });

  it('keeps a text with a NUL in it, and its offsets', async () => {
    const { store } = await opened();

    const { article } = await store.articles.save(aDraft({ text: 'One\u0000two. Three.' }), 0);

    expect((await store.articles.get(article.id))?.text.indexOf('Three')).toBe(9);
    expect(await store.articles.find('nul\u0000 in a question')).toBeNull();
  });

  it('of two processes on the same rows never ends in a deadlock', async () => {
    const { store } = await opened();
    const keysOf = (round: number) => Array.from({ length: 400 }, (_, n) => `${round} ${n}`);
    const bothWays = (round: number) => [keysOf(round), keysOf(round).toReversed()];

    const lines = [1, 2, 3, 4, 5].flatMap(bothWays).map((keys) => new Map(keys.map((key) => [key, 'line'])));
    await Promise.all(lines.map((each) => store.keepsakes.keepLines(each, 1)));
    const changes = [1, 2, 3, 4, 5].flatMap(bothWays);
    await Promise.all(changes.map((ids) => store.changes.record(ids as ArticleId[], 1)));

    expect(await store.keepsakes.line('5 399')).toBe('line');
    expect(await store.changes.take(5_000)).toHaveLength(2_000);
  });

  it('sorts no archive to list its newest', async () => {
    const { plan } = await opened();

    const steps = await Promise.all([
      plan('select id from stories order by last_published_at desc nulls last, id limit 10'),
      plan('select id from agreements order by last_step_day desc nulls last, id limit 10'),
    ]);

    for (const step of steps) expect(step).toContain('Index');
    for (const step of steps) expect(step).not.toContain('Sort');
  });
});
