import type { DeliveryId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Channel, Delivery } from '../../src/domain/subscription.ts';
import type { DeliveryStore } from '../../src/ports/channel-stores.ts';
import type { DeliveryRow } from './channel-tables.ts';
import { deliveryOf, FAILED, WAITING } from './delivery-row.ts';
import type { Engine } from './engine.ts';
import { atomically } from './in-transaction.ts';
import { readMessage } from './message-schema.ts';
import { readStrings } from './stored-json.ts';
import type { Db } from './tables.ts';
import { nextDueAt, takeDelivery } from './take-delivery.ts';

export function deliveryStore(db: Db, engine: Pick<Engine, 'skipTaken'>): DeliveryStore {
  return {
    claimNext: async (now, leaseUntil, platforms) => {
      const row =
        platforms.length > 0 ? await takeDelivery(db, engine, { now, leaseUntil, platforms }) : undefined;
      return row ? withMessage(db, row) : null;
    },
    nextDueAt: async (platforms) => (platforms.length > 0 ? nextDueAt(db, platforms) : null),
    addPost: (id, post) => atomically(db, (trx) => addPost(trx, id, post)),
    markSent: (id, at) => markSent(db, id, at),
    markFailed: (id, reason, retryAt) => markFailed(db, id, reason, retryAt),
    countByStatus: () => countByStatus(db),
    failed: (channel, limit) => failed(db, channel, limit),
    get: async (id) => {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    retry: (id, at) => retry(db, id, at),
    ofSubscription: (id, limit) => ofSubscription(db, id, limit),
  };
}

type Claimed = NonNullable<Awaited<ReturnType<DeliveryStore['claimNext']>>>;

async function withMessage(db: Db, row: DeliveryRow): Promise<Claimed> {
  const { message } = await db
    .selectFrom('editions')
    .select('message')
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  if (message === null) throw new Error(`Delivery ${row.id} has no message.`);
  return { delivery: deliveryOf(row), message: readMessage(message) };
}

async function addPost(db: Db, id: DeliveryId, post: string): Promise<void> {
  // Reading by writing keeps others from reading the same, on an engine with several writers, too.
  const row = await db
    .updateTable('deliveries')
    .set(({ ref }) => ({ posts: ref('posts') }))
    .where('id', '=', id)
    .returning('posts')
    .executeTakeFirst();
  const posts = row ? readStrings(row.posts) : [];
  if (posts.includes(post)) return;
  await db
    .updateTable('deliveries')
    .set({ posts: JSON.stringify([...posts, post]) })
    .where('id', '=', id)
    .execute();
}

async function markSent(db: Db, id: DeliveryId, at: Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'sent', sent_at: at, reason: null })
    .where('id', '=', id)
    .execute();
}

/** One that was given up stays so: whoever was sending it meanwhile may not bring it back. */
async function markFailed(db: Db, id: DeliveryId, reason: string, retryAt: Instant | null): Promise<void> {
  const next =
    retryAt === null
      ? { status: 'failed' as const }
      : { status: 'recorded' as const, next_attempt_at: retryAt };
  await db
    .updateTable('deliveries')
    .set({ ...next, reason })
    .where('id', '=', id)
    .where('status', 'in', WAITING)
    .execute();
}

async function countByStatus(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['status', fn.countAll<number>().as('total')])
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map(({ status, total }) => [status, Number(total)]));
}

/** Newest first. */
async function ofSubscription(db: Db, id: SubscriptionId, limit: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .selectAll('deliveries')
    .where('editions.subscription_id', '=', id)
    .orderBy('editions.due_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

/** By when they were due, as far as that is known; the edition's claim is the nearest to it. */
async function failed(db: Db, channel: Channel | null, limit: number): Promise<readonly Delivery[]> {
  let rows = db
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .selectAll('deliveries')
    .where('deliveries.status', '=', FAILED);
  if (channel !== null) {
    rows = rows
      .where('deliveries.platform', '=', channel.platform)
      .where('deliveries.channel_id', '=', channel.id);
  }
  const found = await rows
    .orderBy('editions.claimed_at', 'desc')
    .orderBy('deliveries.id')
    .limit(limit)
    .execute();
  return found.map(deliveryOf);
}

/** When it was first tried stays, so that one that did arrive is found again. */
async function retry(db: Db, id: DeliveryId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ status: 'recorded', attempts: 0, next_attempt_at: at, reason: null })
    .where('id', '=', id)
    .where('status', '=', FAILED)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
