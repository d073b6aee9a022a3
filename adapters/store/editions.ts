import type { EditionId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Channel, Delivery, Edition } from '../../src/domain/subscription.ts';
import type { EditionStore } from '../../src/ports/channel-stores.ts';
import { claimEdition } from './claim-edition.ts';
import { deliveryOf } from './delivery-row.ts';
import { inChunks } from './in-chunks.ts';
import { atomically } from './in-transaction.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Db } from './tables.ts';

export function editionStore(db: Db): EditionStore {
  return {
    claim: (id, dueAt, now, staleBefore) => claimEdition(db, { id, dueAt, now, staleBefore }),
    compose: (edition, message, told, channel) =>
      atomically(db, (trx) => compose(trx, edition, { message, told, channel })),
    close: (edition) => close(db, edition.id),
    lastDueAt: (id) => lastDueAt(db, id),
    told: (id, keys) => told(db, id, keys),
  };
}

interface Composed {
  readonly message: Message;
  readonly told: readonly string[];
  readonly channel: Channel;
}

/**
 * The first to compose an edition decides what it says. Whoever was given it again, because the first seemed dead,
 * gets the delivery that is already recorded.
 */
async function compose(db: Db, edition: Edition, composed: Composed): Promise<Delivery> {
  const { numUpdatedRows } = await db
    .updateTable('editions')
    .set({ message: JSON.stringify(composed.message) })
    .where('id', '=', edition.id)
    .where('message', 'is', null)
    .where('closed', '=', 0)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return recordedDelivery(db, edition.id);
  const rows = [...new Set(composed.told)].map((key) => ({ subscription_id: edition.subscriptionId, key }));
  await inChunks(rows, (chunk) =>
    db
      .insertInto('edition_told')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return recordDelivery(db, edition, composed.channel);
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
    .where(({ or, eb }) => or([eb('message', 'is not', null), eb('closed', '=', 1)]))
    .orderBy('due_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

async function told(db: Db, id: SubscriptionId, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inChunks(keys, (chunk) =>
    db
      .selectFrom('edition_told')
      .select('key')
      .where('subscription_id', '=', id)
      .where('key', 'in', chunk)
      .execute(),
  );
  return new Set(rows.flat().map(({ key }) => key));
}
