import type { Instant } from '../../src/domain/identity.ts';
import type { EditionStore } from '../../src/ports/channel-stores.ts';
import type { ArticleStore } from '../../src/ports/store.ts';
import { WAITING } from './delivery-row.ts';
import type { Db } from './tables.ts';

/** Articles that were published, or where that is not known stored, before some time. */
export function outdatedArticles(db: Db): Pick<ArticleStore, 'countBefore' | 'idsBefore'> {
  const before = (at: Instant) =>
    db
      .selectFrom('articles')
      .where(({ or, and, eb }) =>
        or([eb('published_at', '<', at), and([eb('published_at', 'is', null), eb('stored_at', '<', at)])]),
      );
  return {
    countBefore: async (at) => {
      const row = await before(at)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    idsBefore: async (at, limit) => {
      const rows = await before(at).select('id').orderBy('published_at').orderBy('id').limit(limit).execute();
      return rows.map(({ id }) => id);
    },
  };
}

/** Editions that nobody needs any more to know when the next one is due, or to send. */
export function outdatedEditions(db: Db): Pick<EditionStore, 'countBefore' | 'deleteBefore'> {
  return {
    countBefore: async (at) => {
      const row = await db
        .selectFrom('editions')
        .where('id', 'in', outdatedIds(db, at))
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    deleteBefore: async (at) => {
      const row = await db
        .deleteFrom('editions')
        .where('id', 'in', outdatedIds(db, at))
        .executeTakeFirstOrThrow();
      return Number(row.numDeletedRows);
    },
  };
}

function outdatedIds(db: Db, at: Instant) {
  return db
    .selectFrom('editions as old')
    .select('old.id')
    .where('old.due_at', '<', at)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('editions as later')
          .select('later.id')
          .whereRef('later.subscription_id', '=', 'old.subscription_id')
          .whereRef('later.due_at', '>', 'old.due_at')
          .where('later.kind', '!=', 'correction'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries')
            .select('deliveries.id')
            .whereRef('deliveries.edition_id', '=', 'old.id')
            .where('deliveries.status', 'in', WAITING),
        ),
      ),
    );
}
