import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { folderInTest } from './folder-in-test.ts';

it('a line that is kept again stays young, so that clearing old ones spares what is in use', async () => {
  const file = `${await folderInTest()}/live.db`;
  const store = await openStore(`file:${file}`);
  onTestFinished(() => store.close());
  await store.migrate();

  await store.keepsakes.keepLines(new Map([['old', 'latest']]), 1_000);
  for (const at of [1_000, 3_000, 2_000]) {
    await store.keepsakes.keepLines(new Map([['used', 'latest trade']]), at);
  }

  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const rows = database.prepare('select key, kept_at from kept_lines order by kept_at').all();
  expect(rows.map(({ key, kept_at }) => [key, kept_at])).toEqual([
    ['old', 1_000],
    ['used', 3_000],
  ]);
});
