import type { Instant } from '../../src/domain/identity.ts';
import type { Channel, Subscription } from '../../src/domain/subscription.ts';
import type { SubscriptionStore } from '../../src/ports/channel-stores.ts';
import { atomically } from './in-transaction.ts';
import { markOwnerTold, pauseChannel, pauseSubscription, resumeSubscription } from './pauses.ts';
import { rowOfSubscription, subscriptionOf } from './subscription-row.ts';
import type { Db } from './tables.ts';
import { waking } from './waking.ts';

export function subscriptionStore(db: Db): SubscriptionStore {
  return {
    add: async (subscription, wakeAt) => {
      await db.insertInto('subscriptions').values(rowOfSubscription(subscription, wakeAt)).execute();
    },
    replace: (subscription, wakeAt) => replace(db, subscription, wakeAt),
    remove: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('subscriptions')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    ...reading(db),
    pause: (channel, reason, at) => atomically(db, (trx) => pauseChannel(trx, channel, { reason, at })),
    pauseOne: (id, reason, at) => pauseSubscription(db, id, { reason, at }),
    resume: (id, at, wakeAt) => resumeSubscription(db, id, { at, wakeAt }),
    ...waking(db),
    markOwnerTold: (id) => markOwnerTold(db, id),
  };
}

/** Whether it rests, and since when it runs, stays as it is. */
async function replace(db: Db, subscription: Subscription, wakeAt: Instant | null): Promise<boolean> {
  const row = rowOfSubscription(subscription, wakeAt);
  const { id, paused_at, paused_reason, owner_told, resumed_at, ...wanted } = row;
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set(wanted)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

type Reading = Pick<SubscriptionStore, 'get' | 'ofChannel' | 'createdBy' | 'untoldPauses' | 'alerts' | 'all'>;

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
    alerts: () => read(all().where('at_once', 'is not', null).where('paused_at', 'is', null)),
    all: () => read(all()),
  };
}
