import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Instant } from '../../src/domain/identity.ts';
import type { DeliveryRow } from './channel-tables.ts';
import { WAITING } from './delivery-row.ts';
import type { Engine } from './engine.ts';
import type { Db, Tables } from './tables.ts';

interface Claim {
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly platforms: readonly string[];
}

/**
 * `sending` is taken again once its lease has run out: its process died. The conditions stand outside the subquery,
 * too, so that on an engine with several writers the second one finds the row no longer due.
 */
export function takeDelivery(
  db: Db,
  engine: Pick<Engine, 'skipTaken'>,
  { now, leaseUntil, platforms }: Claim,
): Promise<DeliveryRow | undefined> {
  const next = engine.skipTaken(
    firstOfChannels(db, platforms).select('deliveries.id').where('deliveries.next_attempt_at', '<=', now),
  );
  return db
    .updateTable('deliveries')
    .set(({ eb, fn, val }) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      next_attempt_at: leaseUntil,
      tried_since: fn.coalesce('tried_since', val(now)),
    }))
    .where('id', '=', next)
    .where('next_attempt_at', '<=', now)
    .where(isFirstOfChannel)
    .returningAll()
    .executeTakeFirst();
}

export async function nextDueAt(db: Db, platforms: readonly string[]): Promise<Instant | null> {
  const next = await firstOfChannels(db, platforms).select('deliveries.next_attempt_at').executeTakeFirst();
  return next?.next_attempt_at ?? null;
}

/** The one to be tried next of those that no other delivery to the same channel is ahead of. */
function firstOfChannels(db: Db, platforms: readonly string[]) {
  return db
    .selectFrom('deliveries')
    .where('deliveries.platform', 'in', platforms)
    .where(isFirstOfChannel)
    .orderBy('deliveries.next_attempt_at')
    .orderBy('deliveries.id')
    .limit(1);
}

/** It waits, and no earlier one to the same channel does. */
function isFirstOfChannel({
  eb,
  and,
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables, 'deliveries'>): Expression<SqlBool> {
  const earlier = selectFrom('deliveries as earlier')
    .select('earlier.id')
    .whereRef('earlier.platform', '=', 'deliveries.platform')
    .whereRef('earlier.channel_id', '=', 'deliveries.channel_id')
    .whereRef('earlier.position', '<', 'deliveries.position')
    .where('earlier.status', 'in', WAITING);
  return and([eb('deliveries.status', 'in', WAITING), not(exists(earlier))]);
}
