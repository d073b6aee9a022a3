import type { EditionId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Channel, Delivery, Edition } from '../../src/domain/subscription.ts';
import type { Composed, EditionStore } from '../../src/ports/channel-stores.ts';
import { claimEdition } from './claim-edition.ts';
import { deliveryOf } from './delivery-row.ts';
import { editionRecords } from './edition-records.ts';
import type { Engine } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import { atomically } from './in-transaction.ts';
import { outdatedEditions } from './outdated.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Db } from './tables.ts';

export function editionStore(db: Db, engine: Pick<Engine, 'lock'>): EditionStore {
  return {
    claim: (due, now, staleBefore) => claimEdition(db, { due, now, staleBefore }),
    compose: (edition, composed, channel) =>
      atomically(db, async (trx) => {
        await engine.lock(trx, `channel ${channel.platform} ${channel.id}`);
        return compose(trx, { edition, composed, channel });
      }),
    close: (edition) => close(db, edition.id),
    lastDueAt: (id) => lastDueAt(db, id),
    told: (ids, subjects) => told(db, ids, subjects),
    ...editionRecords(db),
    ...outdatedEditions(db),
  };
}

interface Composing {
  readonly edition: Edition;
  readonly composed: Composed;
  readonly channel: Channel;
}

/**
 * The first to compose an edition decides what it says. Whoever was given it again, because the first seemed dead,
 * gets the delivery that is already recorded.
 */
async function compose(db: Db, { edition, composed, channel }: Composing): Promise<Delivery> {
  const { numUpdatedRows } = await db
    .updateTable('editions')
    .set({ message: JSON.stringify(composed.message) })
    .where('id', '=', edition.id)
    .where('message', 'is', null)
    .where('closed', '=', 0)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return recordedDelivery(db, edition.id);
  await keepTold(db, edition, composed.told);
  await keepCited(db, edition, composed.cited);
  return recordDelivery(db, edition, channel, composed.replyTo);
}

/** Under the latest edition that told it. */
async function keepTold(db: Db, edition: Edition, keys: readonly string[]): Promise<void> {
  const rows = [...new Set(keys)].map((key) => ({
    subscription_id: edition.subscriptionId,
    subject: subjectOf(key),
    key,
    edition_id: edition.id,
  }));
  await inChunks(rows, (chunk) =>
    db
      .insertInto('edition_told')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['subscription_id', 'key']).doUpdateSet({ edition_id: edition.id }),
      )
      .execute(),
  );
}

function subjectOf(key: string): string {
  return key.split('#')[0] ?? key;
}

async function keepCited(db: Db, { id }: Edition, cited: Composed['cited']): Promise<void> {
  const rows = cited.map(({ articleId, revision, storyId, text }, position) => ({
    edition_id: id,
    position,
    article_id: articleId,
    revision,
    story_id: storyId,
    text,
  }));
  await inChunks(rows, (chunk) => db.insertInto('edition_cites').values(chunk).execute());
}

async function recordedDelivery(db: Db, id: EditionId): Promise<Delivery> {
  const row = await db.selectFrom('deliveries').selectAll().where('edition_id', '=', id).executeTakeFirst();
  if (row) return deliveryOf(row);
  throw new Error(`Edition ${id} was closed or its subscription removed; it cannot be composed.`);
}

async function close(db: Db, id: EditionId): Promise<void> {
  await db
    .updateTable('editions')
    .set({ closed: 1 })
    .where('id', '=', id)
    .where('message', 'is', null)
    .execute();
}

async function lastDueAt(db: Db, id: SubscriptionId): Promise<Instant | null> {
  const row = await db
    .selectFrom('editions')
    .select('due_at')
    .where('subscription_id', '=', id)
    .where('kind', '!=', 'correction')
    .where(({ or, eb }) => or([eb('message', 'is not', null), eb('closed', '=', 1)]))
    .orderBy('due_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** A key that several of the subscriptions were told is given with the edition of the last of them in order of id. */
async function told(
  db: Db,
  ids: readonly SubscriptionId[],
  subjects: readonly string[],
): Promise<ReadonlyMap<string, EditionId | null>> {
  if (ids.length === 0) return new Map();
  const rows = await inChunks(subjects, (chunk) =>
    db
      .selectFrom('edition_told')
      .select(['key', 'edition_id'])
      .where('subscription_id', 'in', ids)
      .where('subject', 'in', chunk)
      .orderBy('edition_id', (order) => order.asc().nullsFirst())
      .execute(),
  );
  return new Map(rows.flat().map(({ key, edition_id }) => [key, edition_id]));
}
