import type { Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Awaited, SubscriptionStore } from '../../src/ports/channel-stores.ts';
import { inChunks } from './in-chunks.ts';
import { subscriptionOf } from './subscription-row.ts';
import type { Db } from './tables.ts';

/** When subscriptions are to be looked at. */
export function waking(db: Db): Pick<SubscriptionStore, 'awaited' | 'setWake' | 'wake'> {
  return {
    awaited: (now, limit) => awaited(db, now, limit),
    setWake: (id, since, wakeAt) => setWake(db, id, { since, wakeAt }),
    wake: async (ids, at) => {
      await inChunks(ids, (chunk) =>
        db
          .updateTable('subscriptions')
          .set({ wake_at: at })
          .where('id', 'in', chunk)
          .where('wake_at', 'is', null)
          .execute(),
      );
    },
  };
}

async function awaited(db: Db, now: Instant, limit: number): Promise<readonly Awaited[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('wake_at', '<=', now)
    .where('paused_at', 'is', null)
    .orderBy('wake_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ subscription: subscriptionOf(row), since: row.wake_at ?? now }));
}

async function setWake(
  db: Db,
  id: SubscriptionId,
  { since, wakeAt }: { readonly since: Instant; readonly wakeAt: Instant | null },
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ wake_at: wakeAt })
    .where('id', '=', id)
    .where('wake_at', '=', since)
    .execute();
}
