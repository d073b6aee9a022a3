import type { DeliveryId } from '../../src/domain/identity.ts';
import type { Channel, Delivery, Edition } from '../../src/domain/subscription.ts';
import { idFrom } from './content-hash.ts';
import { deliveryOf } from './delivery-row.ts';
import type { Db } from './tables.ts';

/** Behind every delivery to the same channel; that no two have the same place is what keeps their order strict. */
export async function recordDelivery(
  db: Db,
  { id, claimedAt }: Edition,
  { platform, id: channelId }: Channel,
  replyTo: string | null,
): Promise<Delivery> {
  const row = await db
    .insertInto('deliveries')
    .values(({ selectFrom }) => ({
      id: idFrom('d', id) as DeliveryId,
      edition_id: id,
      platform,
      channel_id: channelId,
      position: selectFrom('deliveries')
        .select(({ eb, fn, lit }) => eb(fn.coalesce(fn.max('position'), lit(0)), '+', lit(1)).as('next'))
        .where('platform', '=', platform)
        .where('channel_id', '=', channelId),
      status: 'recorded',
      attempts: 0,
      next_attempt_at: claimedAt,
      reason: null,
      sent_at: null,
      tried_since: null,
      posts: '[]',
      reply_to: replyTo,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return deliveryOf(row);
}
