import type { ArticleId, EditionId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { CitedInEdition } from '../../src/domain/subscription.ts';
import type { Citing, EditionRecord, EditionStore } from '../../src/ports/channel-stores.ts';
import type { EditionRow } from './channel-tables.ts';
import { editionOf } from './claim-edition.ts';
import { deliveryOf } from './delivery-row.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { readMessage } from './message-schema.ts';
import type { Db } from './tables.ts';

type Records = Pick<EditionStore, 'ofSubscription' | 'getMany' | 'citing' | 'corrections'>;

/** Editions as they were, with their way to the channel. */
export function editionRecords(db: Db): Records {
  return {
    ofSubscription: (id, limit) => ofSubscription(db, id, limit),
    getMany: (ids) => getMany(db, ids),
    citing: (articleIds, since) => citing(db, articleIds, since),
    corrections: (id, after) => corrections(db, id, after),
  };
}

const COLUMNS = [
  'id',
  'subscription_id',
  'kind',
  'due_at',
  'covers_from',
  'corrects',
  'claimed_at',
  'closed',
] as const;

async function ofSubscription(db: Db, id: SubscriptionId, limit: number): Promise<readonly EditionRecord[]> {
  const rows = await db
    .selectFrom('editions')
    .select(COLUMNS)
    .where('subscription_id', '=', id)
    .orderBy('due_at', 'desc')
    .limit(limit)
    .execute();
  return withDeliveries(db, rows);
}

async function getMany(db: Db, ids: readonly EditionId[]): Promise<readonly EditionRecord[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('editions').select(COLUMNS).where('id', 'in', chunk).execute(),
  );
  return withDeliveries(
    db,
    inOrderOf(ids, rows.flat(), ({ id }) => id),
  );
}

async function withDeliveries(
  db: Db,
  editions: readonly Omit<EditionRow, 'message'>[],
): Promise<readonly EditionRecord[]> {
  const ids = editions.map(({ id }) => id);
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('deliveries').selectAll().where('edition_id', 'in', chunk).execute(),
  );
  const deliveries = new Map(rows.flat().map((row) => [row.edition_id, deliveryOf(row)]));
  return editions.map((row) => ({
    edition: editionOf(row),
    delivery: deliveries.get(row.id) ?? null,
    isClosed: row.closed === 1,
  }));
}

async function citing(db: Db, articleIds: readonly ArticleId[], since: Instant): Promise<readonly Citing[]> {
  const rows = await inChunks(articleIds, (chunk) =>
    db
      .selectFrom('editions')
      .select(COLUMNS)
      .where('due_at', '>=', since)
      .where('kind', '!=', 'correction')
      .where('id', 'in', db.selectFrom('edition_cites').select('edition_id').where('article_id', 'in', chunk))
      .execute(),
  );
  const editions = new Map(rows.flat().map((row) => [row.id, row]));
  const sorted = [...editions.values()].sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1));
  const cited = await citedIn(
    db,
    sorted.map(({ id }) => id),
  );
  const records = await withDeliveries(db, sorted);
  return records.map((record) => ({ ...record, cited: cited.get(record.edition.id) ?? [] }));
}

async function citedIn(
  db: Db,
  ids: readonly EditionId[],
): Promise<ReadonlyMap<EditionId, readonly CitedInEdition[]>> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('edition_cites').selectAll().where('edition_id', 'in', chunk).orderBy('position').execute(),
  );
  const byEdition = Map.groupBy(rows.flat(), ({ edition_id }) => edition_id);
  return new Map(
    [...byEdition].map(([id, cites]) => [
      id,
      cites.map(({ article_id, revision, story_id, text }) => ({
        articleId: article_id,
        revision,
        storyId: story_id,
        text,
      })),
    ]),
  );
}

async function corrections(
  db: Db,
  id: SubscriptionId,
  after: Instant,
): ReturnType<EditionStore['corrections']> {
  const rows = await db
    .selectFrom('editions')
    .selectAll()
    .where('subscription_id', '=', id)
    .where('kind', '=', 'correction')
    .where('due_at', '>', after)
    .where('message', 'is not', null)
    .orderBy('due_at')
    .execute();
  return rows.map((row) => ({ edition: editionOf(row), message: readMessage(row.message ?? '') }));
}
