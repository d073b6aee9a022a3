import type { DeliveryId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Delivery } from '../../src/domain/subscription.ts';
import type { DeliveryStore } from '../../src/ports/channel-stores.ts';
import { readMessage } from './message-schema.ts';
import type { Db, DeliveryRow } from './tables.ts';

export function deliveryStore(db: Db): DeliveryStore {
  return {
    claimNext: (now, leaseUntil, platforms) => claimNext(db, { now, leaseUntil, platforms }),
    markSent: (id, at) => markSent(db, id, at),
    markFailed: (id, reason, retryAt) => markFailed(db, id, reason, retryAt),
    countByStatus: () => countByStatus(db),
    ofSubscription: (id, limit) => ofSubscription(db, id, limit),
  };
}

interface Claim {
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly platforms: readonly string[];
}

async function claimNext(db: Db, claim: Claim): Promise<{ delivery: Delivery; message: Message } | null> {
  const row = claim.platforms.length > 0 ? await takeNext(db, claim) : undefined;
  if (!row) return null;
  const { message } = await db
    .selectFrom('editions')
    .select('message')
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  if (message === null) throw new Error(`Delivery ${row.id} has no message.`);
  return { delivery: deliveryOf(row), message: readMessage(message) };
}

/**
 * `sending` is taken again once its lease has run out: its process died. The conditions stand outside the subquery,
 * too, so that on an engine with several writers the second one finds the row no longer due.
 */
function takeNext(db: Db, { now, leaseUntil, platforms }: Claim): Promise<DeliveryRow | undefined> {
  const next = db
    .selectFrom('deliveries')
    .select('id')
    .where('status', 'in', ['recorded', 'sending'])
    .where('next_attempt_at', '<=', now)
    .where('platform', 'in', platforms)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1);
  return db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      next_attempt_at: leaseUntil,
    }))
    .where('id', '=', next)
    .where('status', 'in', ['recorded', 'sending'])
    .where('next_attempt_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
}

async function markSent(db: Db, id: DeliveryId, at: Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'sent', sent_at: at, reason: null })
    .where('id', '=', id)
    .execute();
}

async function markFailed(db: Db, id: DeliveryId, reason: string, retryAt: Instant | null): Promise<void> {
  const next =
    retryAt === null
      ? { status: 'failed' as const }
      : { status: 'recorded' as const, next_attempt_at: retryAt };
  await db
    .updateTable('deliveries')
    .set({ ...next, reason })
    .where('id', '=', id)
    .where('status', '!=', 'sent')
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

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    editionId: row.edition_id,
    channel: { platform: row.platform, id: row.channel_id },
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    reason: row.reason,
    sentAt: row.sent_at,
  };
}
