import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { TemporaryError, UserError } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aDraft } from '../../fixtures/an-article.ts';
import { folderInTest } from './folder-in-test.ts';

describe('opening a store', () => {
  it('makes the folder of a database file', async () => {
    const file = join(await folderInTest(), 'new', 'folder', 'dragoman.db');

    const store = await openMigrated(`file:${file}`);

    expect(await store.articles.count()).toBe(0);
  });

  it('keeps a database in memory apart from every other', async () => {
    const one = await openMigrated('file::memory:');
    const two = await openMigrated('file::memory:');

    await one.articles.save(aDraft(), 0);

    expect(await two.articles.count()).toBe(0);
  });

  it.each([
    ['mysql://bot:secret@db/dragoman', 'DATABASE_URL'],
    ['postgres://', 'DATABASE_URL'],
    ['file:', 'DATABASE_URL'],
    ['', 'DATABASE_URL'],
  ])('refuses %j and says what to do, without repeating it', async (url, advice) => {
    const error = await openStore(url).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(advice);
    expect(String(error)).not.toContain('secret');
  });

  it('refuses a file that is no database', async () => {
    const file = join(await folderInTest(), 'notes.txt');
    await writeFile(file, 'These are notes, not a database. '.repeat(100));

    await expect(openStore(`file:${file}`)).rejects.toBeInstanceOf(UserError);
  });
});

describe('a store over a file', () => {
  it('writes a copy that opens as a store of its own, in the place of an older one', async () => {
    const folder = await folderInTest();
    const store = await openMigrated(`file:${join(folder, 'live.db')}`);
    await store.articles.save(aDraft({ url: 'https://example.org/1' }), 0);
    await store.backup(join(folder, 'copy.db'));
    await store.articles.save(aDraft({ url: 'https://example.org/2' }), 0);

    await store.backup(join(folder, 'copy.db'));

    await store.articles.save(aDraft({ url: 'https://example.org/3' }), 0);
    const copy = await openMigrated(`file:${join(folder, 'copy.db')}`);
    expect(await copy.articles.count()).toBe(2);
    expect(await store.articles.count()).toBe(3);
  });

  it('leaves work in progress out of a copy', async () => {
    const folder = await folderInTest();
    const store = await openMigrated(`file:${join(folder, 'live.db')}`);

    const saving = store.transaction(async (inner) => {
      const copying = store.backup(join(folder, 'copy.db'));
      await inner.articles.save(aDraft(), 0);
      return { copying };
    });
    await (await saving).copying;

    const copy = await openMigrated(`file:${join(folder, 'copy.db')}`);
    expect(await copy.articles.count()).toBe(1);
  });

  it('says that trying again is worth it when another process holds the database', async () => {
    const file = join(await folderInTest(), 'live.db');
    const store = await openMigrated(`file:${file}`);
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec('begin immediate');

    const saving = store.articles.save(aDraft(), 0);

    await expect(saving).rejects.toBeInstanceOf(TemporaryError);
    other.exec('rollback');
    expect((await store.articles.save(aDraft(), 0)).outcome).toBe('new');
  });

  it('undoes a migration that fails half-way', async () => {
    const file = join(await folderInTest(), 'live.db');
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec('create table deliveries (id text)');
    const store = await openStore(`file:${file}`);
    onTestFinished(() => store.close());

    await expect(store.migrate()).rejects.toThrow('deliveries');

    expect(other.prepare("select name from sqlite_master where name = 'articles'").all()).toEqual([]);
    other.exec('drop table deliveries');
    await store.migrate();
    expect(await store.articles.count()).toBe(0);
  });
});

async function openMigrated(url: string): Promise<Store> {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  await store.migrate();
  return store;
}
