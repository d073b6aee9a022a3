import { addDays, type Day, daysBetween } from '../../src/domain/day.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { Candidate, Fingerprint, Page, UnderstandingStore, Window } from '../../src/ports/store.ts';
import type { FingerprintReader } from './fingerprint-reader.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { atomically } from './in-transaction.ts';
import { readJson } from './stored-json.ts';
import type { Db } from './tables.ts';

/** No fingerprint spans more days, so that candidates are found by their first day alone. */
const LONGEST_SPAN_DAYS = 31;

export function understandingStore(db: Db, read: FingerprintReader): UnderstandingStore {
  return {
    save: (understanding, fingerprint) => atomically(db, (trx) => save(trx, understanding, fingerprint)),
    get: async (id) => (await getMany(db, [id]))[0] ?? null,
    getMany: (ids) => getMany(db, ids),
    fingerprints: (ids) => fingerprints(db, ids, read),
    candidates: (fromDay, toDay) => candidates(db, fromDay, toDay),
    countByRelevance: () => countByRelevance(db),
    naming: (entityId, window) => naming(db, entityId, window),
  };
}

async function save(db: Db, understanding: Understanding, fingerprint: Fingerprint): Promise<void> {
  requireShortSpan(fingerprint);
  const row = {
    article_id: understanding.articleId,
    relevance: understanding.relevance.kind,
    body: JSON.stringify(understanding),
  };
  await db
    .insertInto('understandings')
    .values(row)
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute();
  await saveFingerprint(db, fingerprint);
  await saveEntities(db, understanding, fingerprint);
}

/** A longer span would make candidates overlook it in silence. */
function requireShortSpan({ articleId, fromDay, toDay }: Fingerprint): void {
  if (fromDay === null || toDay === null || daysBetween(fromDay, toDay) <= LONGEST_SPAN_DAYS) return;
  throw new RangeError(`The fingerprint of ${articleId} spans more than ${LONGEST_SPAN_DAYS} days.`);
}

async function saveFingerprint(db: Db, fingerprint: Fingerprint): Promise<void> {
  const row = {
    article_id: fingerprint.articleId,
    from_day: fingerprint.fromDay,
    to_day: fingerprint.toDay,
    sketch: fingerprint.sketch,
    body: JSON.stringify(fingerprint),
  };
  await db
    .insertInto('fingerprints')
    .values(row)
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute();
}

async function saveEntities(db: Db, { articleId, mentions }: Understanding, { publishedAt }: Fingerprint) {
  const entityIds = new Set(mentions.map(({ entityId }) => entityId));
  const rows = [...entityIds].map((entityId) => ({
    article_id: articleId,
    entity_id: entityId,
    published_at: publishedAt,
  }));
  await db.deleteFrom('article_entities').where('article_id', '=', articleId).execute();
  await inChunks(rows, (chunk) => db.insertInto('article_entities').values(chunk).execute());
}

async function getMany(db: Db, ids: readonly ArticleId[]): Promise<readonly Understanding[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('understandings').select('body').where('article_id', 'in', chunk).execute(),
  );
  const found = rows.flat().map(({ body }) => readJson<Understanding>(body));
  return inOrderOf(ids, found, ({ articleId }) => articleId);
}

async function fingerprints(
  db: Db,
  ids: readonly ArticleId[],
  read: FingerprintReader,
): Promise<readonly Fingerprint[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('fingerprints').select(['article_id', 'body']).where('article_id', 'in', chunk).execute(),
  );
  return inOrderOf(ids, rows.flat().map(read), ({ articleId }) => articleId);
}

async function candidates(db: Db, fromDay: Day, toDay: Day): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('fingerprints')
    .select(['article_id', 'sketch'])
    .where('from_day', '>=', addDays(fromDay, -LONGEST_SPAN_DAYS))
    .where('from_day', '<=', toDay)
    .where('to_day', '>=', fromDay)
    .orderBy('from_day')
    .orderBy('to_day')
    .orderBy('article_id')
    .execute();
  return rows.map(({ article_id, sketch }) => ({ articleId: article_id, sketch }));
}

async function countByRelevance(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('understandings')
    .select(({ fn }) => ['relevance', fn.countAll<number>().as('total')])
    .groupBy('relevance')
    .execute();
  return Object.fromEntries(rows.map(({ relevance, total }) => [relevance, Number(total)]));
}

async function naming(db: Db, entityId: string, { limit, offset }: Window): Promise<Page<ArticleId>> {
  const named = db.selectFrom('article_entities').where('entity_id', '=', entityId);
  const rows = await named
    .select('article_id')
    .orderBy('published_at', (order) => order.desc().nullsLast())
    .orderBy('article_id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await named
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => row.article_id), total: Number(total) };
}
