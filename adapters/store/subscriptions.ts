import type { Subscription } from '../../src/domain/subscription.ts';
import type { SubscriptionStore } from '../../src/ports/channel-stores.ts';
import { readStrings } from './stored-json.ts';
import type { Db, SubscriptionRow } from './tables.ts';

export function subscriptionStore(db: Db): SubscriptionStore {
  const rows = () => db.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id');
  return {
    add: async (subscription) => {
      await db.insertInto('subscriptions').values(rowOf(subscription)).execute();
    },
    remove: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('subscriptions')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    get: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row ? subscriptionOf(row) : null;
    },
    ofChannel: async ({ platform, id }) => {
      const found = await rows().where('platform', '=', platform).where('channel_id', '=', id).execute();
      return found.map(subscriptionOf);
    },
    all: async () => (await rows().execute()).map(subscriptionOf),
  };
}

function rowOf(subscription: Subscription): SubscriptionRow {
  return {
    id: subscription.id,
    platform: subscription.channel.platform,
    channel_id: subscription.channel.id,
    cron: subscription.cron,
    zone: subscription.zone,
    topic_ids: JSON.stringify(subscription.topicIds),
    person_ids: JSON.stringify(subscription.personIds),
    created_by: subscription.createdBy,
    created_at: subscription.createdAt,
  };
}

function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: { platform: row.platform, id: row.channel_id },
    cron: row.cron,
    zone: row.zone,
    topicIds: readStrings(row.topic_ids),
    personIds: readStrings(row.person_ids),
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
