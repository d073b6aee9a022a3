import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { UserError } from '../../../src/errors.ts';
import { folderInTest } from './folder-in-test.ts';

const HOLDER = `
  const { openStore } = await import(process.argv[1]);
  const store = await openStore(process.argv[2]);
  await store.claimSole();
  process.stdout.write('held');
  setInterval(() => {}, 1_000);
`;

async function databaseInTest(): Promise<string> {
  return `file:${join(await folderInTest(), 'dragoman.db')}`;
}

async function opened(address: string) {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  return store;
}

it('one process runs the bot on a file; the next is told of PostgreSQL', async () => {
  const address = await databaseInTest();
  const [one, two] = [await opened(address), await opened(address)];
  await one.claimSole();

  const error = await two.claimSole().catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('PostgreSQL');
  await expect(one.claimSole()).resolves.toBeUndefined();
});

it('whoever only reads or ingests is not held up', async () => {
  const address = await databaseInTest();
  const [one, two] = [await opened(address), await opened(address)];
  await one.claimSole();

  await two.migrate();

  expect(await two.articles.count()).toBe(0);
});

it('a process that was killed leaves nothing behind', async () => {
  const address = await databaseInTest();
  const program = new URL('../../../adapters/store/open-store.ts', import.meta.url).href;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, program, address]);
  await once(holder.stdout, 'data');
  const store = await opened(address);
  const whileHeld = await store.claimSole().catch((reason: unknown) => reason);

  holder.kill('SIGKILL');
  await once(holder, 'exit');

  expect(whileHeld).toBeInstanceOf(UserError);
  await expect(store.claimSole()).resolves.toBeUndefined();
});

it('a folder that cannot be written is not taken for another bot', async () => {
  const address = await databaseInTest();
  const store = await opened(address);
  await mkdir(`${address.slice('file:'.length)}.lock`);

  const error = await store.claimSole().catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('dragoman.db.lock cannot be written');
});

it('databases in memory are everybody’s own', async () => {
  const [one, two] = [await opened('file::memory:'), await opened('file::memory:')];

  await one.claimSole();

  await expect(two.claimSole()).resolves.toBeUndefined();
});
