import type { Channel, Subscription } from '../../src/domain/subscription.ts';
import type { SubscriptionStore } from '../../src/ports/channel-stores.ts';
import { atomically } from './in-transaction.ts';
import { markOwnerTold, pauseChannel, resumeSubscription } from './pauses.ts';
import { rowOfSubscription, subscriptionOf } from './subscription-row.ts';
import type { Db } from './tables.ts';

export function subscriptionStore(db: Db): SubscriptionStore {
  return {
    add: async (subscription) => {
      await db.insertInto('subscriptions').values(rowOfSubscription(subscription)).execute();
    },
    remove: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('subscriptions')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    ...reading(db),
    pause: (channel, reason, at) => atomically(db, (trx) => pauseChannel(trx, channel, { reason, at })),
    resume: (id, at) => resumeSubscription(db, id, at),
    markOwnerTold: (id) => markOwnerTold(db, id),
  };
}

type Reading = Pick<SubscriptionStore, 'get' | 'ofChannel' | 'createdBy' | 'untoldPauses' | 'all'>;

function reading(db: Db): Reading {
  const all = () => db.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id');
  const read = async (rows: ReturnType<typeof all>): Promise<readonly Subscription[]> =>
    (await rows.execute()).map(subscriptionOf);
  return {
    get: async (id) => (await read(all().where('id', '=', id)))[0] ?? null,
    ofChannel: ({ platform, id }: Channel) =>
      read(all().where('platform', '=', platform).where('channel_id', '=', id)),
    createdBy: (platform, userId) =>
      read(all().where('platform', '=', platform).where('created_by', '=', userId)),
    untoldPauses: () => read(all().where('paused_at', 'is not', null).where('owner_told', '=', 0)),
    all: () => read(all()),
  };
}
