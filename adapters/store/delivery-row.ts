import { sql } from 'kysely';
import type { Delivery, DeliveryStatus } from '../../src/domain/subscription.ts';
import type { DeliveryRow } from './channel-tables.ts';
import { readStrings } from './stored-json.ts';

/**
 * Neither sent nor given up. Written out rather than bound: an engine uses an index of what waits only where it sees
 * that nothing else is asked for.
 */
export const WAITING = (['recorded', 'sending'] as const).map((status) => sql.lit<DeliveryStatus>(status));

/** Written out for the same reason. */
export const FAILED = sql.lit<DeliveryStatus>('failed');

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
    triedSince: row.tried_since,
    posts: readStrings(row.posts),
    replyTo: row.reply_to,
  };
}
