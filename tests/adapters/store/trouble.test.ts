import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sqliteDialect } from '../../../adapters/store/dialects/sqlite/sqlite-driver.ts';
import { openSqlite } from '../../../adapters/store/dialects/sqlite.ts';
import { fingerprintReader } from '../../../adapters/store/fingerprint-reader.ts';
import { openStore } from '../../../adapters/store/open-store.ts';
import { storeOver } from '../../../adapters/store/store.ts';
import type { Tables } from '../../../adapters/store/tables.ts';
import { TemporaryError, UserError } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aDraft } from '../../fixtures/an-article.ts';
import { folderInTest } from './folder-in-test.ts';

/** A store over a connection that the test holds as well, and that waits for nobody. */
async function opened(file: string): Promise<{ store: Store; database: DatabaseSync }> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 0 });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  const store = storeOver(db, openSqlite(':memory:'), fingerprintReader());
  onTestFinished(() => store.close());
  await store.migrate();
  await store.articles.save(aDraft({ url: 'https://example.org/1' }), 0);
  return { store, database };
}

async function save(store: Store): Promise<unknown> {
  try {
    await store.articles.save(
      aDraft({ url: 'https://example.org/2', text: 'Long words. '.repeat(20_000) }),
      0,
    );
    return null;
  } catch (error) {
    return error;
  }
}

/** Each is something real that happens to the database, and ends. */
const TROUBLES: readonly (readonly [string, (database: DatabaseSync, file: string) => () => void, string])[] =
  [
    [
      'its disk is full',
      (database) => {
        database.exec('pragma max_page_count = 1');
        return () => database.exec('pragma max_page_count = 1000000');
      },
      'full',
    ],
    [
      'another process holds it',
      (_database, file) => {
        const other = new DatabaseSync(file);
        other.exec('begin immediate');
        return () => other.close();
      },
      'busy',
    ],
    [
      'it may only be read',
      (database) => {
        database.exec('pragma query_only = on');
        return () => database.exec('pragma query_only = off');
      },
      'only be read',
    ],
  ];

describe('a database in trouble', () => {
  it.each(TROUBLES)('says so, loses nothing and recovers when %s', async (_, begin, said) => {
    const file = join(await folderInTest(), 'live.db');
    const { store, database } = await opened(file);
    const end = begin(database, file);

    const error = await save(store);
    const meanwhile = await store.articles.count();
    end();
    const afterwards = await save(store);

    expect(error).toBeInstanceOf(TemporaryError);
    expect(String(error)).toContain(said);
    expect([meanwhile, afterwards, await store.articles.count()]).toEqual([1, null, 2]);
  });

  it.each([
    ['a file where a folder should be', 'notes/dragoman.db'],
    ['a folder in its place', 'folder'],
  ])('cannot be opened, and names what is wrong: %s', async (_, path) => {
    const folder = await folderInTest();
    await writeFile(join(folder, 'notes'), 'These are notes.');
    await mkdir(join(folder, 'folder'));

    const error = await openStore(`file:${join(folder, path)}`).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(path);
  });
});
