import type { Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import { WAITING } from './delivery-row.ts';
import type { Db } from './tables.ts';

/** Called within a transaction: nothing that waits for the channel is left over. */
export async function pauseChannel(
  db: Db,
  { platform, id }: Channel,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<boolean> {
  await db
    .updateTable('deliveries')
    .set({ status: 'failed', reason })
    .where('platform', '=', platform)
    .where('channel_id', '=', id)
    .where('status', 'in', WAITING)
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ paused_at: at, paused_reason: reason, owner_told: 0 })
    .where('platform', '=', platform)
    .where('channel_id', '=', id)
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function pauseSubscription(
  db: Db,
  id: SubscriptionId,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ paused_at: at, paused_reason: reason, owner_told: 1 })
    .where('id', '=', id)
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function resumeSubscription(
  db: Db,
  id: SubscriptionId,
  { at, wakeAt }: { readonly at: Instant; readonly wakeAt: Instant | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ paused_at: null, paused_reason: null, resumed_at: at, wake_at: wakeAt })
    .where('id', '=', id)
    .where('paused_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function markOwnerTold(db: Db, id: SubscriptionId): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ owner_told: 1 })
    .where('id', '=', id)
    .where('paused_at', 'is not', null)
    .execute();
}
