import { randomBytes } from 'node:crypto';
import type { Instant } from '../../src/domain/identity.ts';
import type { KeepsakeStore } from '../../src/ports/channel-stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './tables.ts';

const SECRET_BYTES = 32;

export function keepsakeStore(db: Db): KeepsakeStore {
  return {
    secret: async (name) => (await findSecret(db, name)) ?? makeSecret(db, name),
    keepLines: (lines, at) => keepLines(db, lines, at),
    line: async (key) => {
      const row = await db.selectFrom('kept_lines').select('line').where('key', '=', key).executeTakeFirst();
      return row?.line ?? null;
    },
  };
}

async function findSecret(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Of several processes the first to insert decides; all read what it left. */
async function makeSecret(db: Db, name: string): Promise<string> {
  await db
    .insertInto('secrets')
    .values({ name, value: randomBytes(SECRET_BYTES).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
}

/** In the order of the keys, so that two processes that keep the same lines never wait for each other. */
async function keepLines(db: Db, lines: ReadonlyMap<string, string>, at: Instant): Promise<void> {
  const rows = [...lines.keys()].sort().map((key) => ({ key, line: lines.get(key) ?? '', kept_at: at }));
  await inChunks(rows, (chunk) =>
    db
      .insertInto('kept_lines')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ kept_at: at }).where('kept_lines.kept_at', '<', at),
      )
      .execute(),
  );
}
