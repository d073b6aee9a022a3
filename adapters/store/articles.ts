import type { Article, Publication } from '../../src/domain/article.ts';
import type { ArticleId, Instant } from '../../src/domain/identity.ts';
import type { ArticleStore } from '../../src/ports/store.ts';
import { articleOf } from './article-row.ts';
import { deleteArticle } from './delete-article.ts';
import type { Engine } from './engine.ts';
import { findArticle } from './find-article.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { atomically, inTurn } from './in-transaction.ts';
import { outdatedArticles } from './outdated.ts';
import { saveArticle, spreadPublication } from './save-article.ts';
import { standingOf } from './standing-of.ts';
import type { Db } from './tables.ts';

export function articleStore(db: Db, engine: Pick<Engine, 'lock' | 'passages'>): ArticleStore {
  const { passages } = engine;
  return {
    save: (draft, storedAt) => inTurn(db, engine, (trx) => saveArticle(trx, draft, storedAt)),
    delete: (id, at) => atomically(db, (trx) => deleteArticle(trx, id, { at, passages })),
    standingOf: (draft) => standingOf(db, draft),
    setPublication: (id, publication) => atomically(db, (trx) => setPublication(trx, id, publication)),
    get: async (id) => (await getMany(db, [id]))[0] ?? null,
    getMany: (ids) => getMany(db, ids),
    find: (reference) => findArticle(db, reference),
    list: (after, limit) => list(db, after, limit),
    count: () => count(db),
    ...outdatedArticles(db),
    countByLanguage: () => countByLanguage(db),
    newestPublishedAt: () => newestPublishedAt(db),
  };
}

async function setPublication(db: Db, id: ArticleId, { at, certainty, reason }: Publication): Promise<void> {
  await db
    .updateTable('articles')
    .set({ published_at: at, published_certainty: certainty, published_reason: reason })
    .where('id', '=', id)
    .execute();
  await spreadPublication(db, id, at);
}

async function getMany(db: Db, ids: readonly ArticleId[]): Promise<readonly Article[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('articles').selectAll().where('id', 'in', chunk).execute(),
  );
  return inOrderOf(ids, rows.flat().map(articleOf), ({ id }) => id);
}

async function list(db: Db, after: ArticleId | null, limit: number): Promise<readonly Article[]> {
  const page = db.selectFrom('articles').selectAll().orderBy('id').limit(limit);
  const rows = await (after === null ? page : page.where('id', '>', after)).execute();
  return rows.map(articleOf);
}

async function count(db: Db): Promise<number> {
  const { total } = await db
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

async function countByLanguage(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('articles')
    .select(({ fn }) => ['language', fn.countAll<number>().as('total')])
    .groupBy('language')
    .orderBy('language')
    .execute();
  return Object.fromEntries(rows.map(({ language, total }) => [language, Number(total)]));
}

async function newestPublishedAt(db: Db): Promise<Instant | null> {
  const { newest } = await db
    .selectFrom('articles')
    .select(({ fn }) => fn.max('published_at').as('newest'))
    .executeTakeFirstOrThrow();
  return newest === null ? null : Number(newest);
}
