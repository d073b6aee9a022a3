import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { folderInTest } from './folder-in-test.ts';

const ARTICLES_A_ROUND = 3;

it.each([1, 4])('a process killed half-way through transaction %i leaves those before it', async (round) => {
  const file = join(await folderInTest(), 'live.db');

  await killWithin(round, [`file:${file}`, String(round)]);

  expect(await storiesIn(file)).toBe(round - 1);
});

it.each([2, 15, 40])(
  'a process killed while it works, after %i transactions, leaves whole ones',
  async (round) => {
    const file = join(await folderInTest(), 'live.db');

    await killWithin(round, [`file:${file}`]);

    // It runs on until the signal reaches it.
    expect(await storiesIn(file)).toBeGreaterThanOrEqual(round - 1);
  },
);

/** How many stories the database holds, once it is sure that each is whole. */
async function storiesIn(file: string): Promise<number> {
  const store = await openStore(`file:${file}`);
  onTestFinished(() => store.close());
  const { total } = await store.stories.latest({}, { limit: 1, offset: 0 });
  const passages = await store.passages.search({ terms: ['airport'], match: 'all' }, { limit: 1, offset: 0 });
  expect(await store.articles.count()).toBe(total * ARTICLES_A_ROUND);
  expect(passages.total).toBe(total * ARTICLES_A_ROUND);
  expect(problemsOf(file)).toEqual(['ok']);
  return total;
}

async function killWithin(round: number, programArguments: readonly string[]): Promise<void> {
  const program = join(import.meta.dirname, 'keep-saving.ts');
  const child = spawn(process.execPath, [program, ...programArguments], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await lineOf(child, `inside ${round}`);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

async function lineOf(child: ChildProcess, wanted: string): Promise<void> {
  if (!child.stdout) throw new Error('The output of the child is a pipe.');
  for await (const line of createInterface({ input: child.stdout })) if (line === wanted) return;
  throw new Error(`The child ended before it said "${wanted}".`);
}

function problemsOf(file: string): readonly unknown[] {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const rows = [
    ...database.prepare('pragma integrity_check').all(),
    ...database.prepare('pragma foreign_key_check').all(),
  ];
  return rows.map((row) => Object.values(row)[0]);
}
