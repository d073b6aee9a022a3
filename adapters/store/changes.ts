import type { ChangeStore } from '../../src/ports/channel-stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './tables.ts';

export function changeStore(db: Db): ChangeStore {
  return {
    record: async (ids, at) => {
      // In one order, so that two processes that record the same never wait for each other.
      const rows = [...new Set(ids)].sort().map((id) => ({ article_id: id, changed_at: at }));
      await inChunks(rows, (chunk) =>
        db
          .insertInto('article_changes')
          .values(chunk)
          .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ changed_at: at }))
          .execute(),
      );
    },
    take: async (limit) => {
      const oldest = db
        .selectFrom('article_changes')
        .select('article_id')
        .orderBy('changed_at')
        .orderBy('article_id')
        .limit(limit);
      const rows = await db
        .deleteFrom('article_changes')
        .where('article_id', 'in', oldest)
        .returning('article_id')
        .execute();
      return rows.map((row) => row.article_id);
    },
  };
}
