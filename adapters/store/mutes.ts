import type { Channel, Mute } from '../../src/domain/subscription.ts';
import type { MuteStore } from '../../src/ports/channel-stores.ts';
import type { Db } from './tables.ts';

export function muteStore(db: Db): MuteStore {
  return {
    add: async (channel, mute, at) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('mutes')
        .values({ ...keyOf(channel, mute), muted_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    remove: async (channel, mute) => {
      const { platform, channel_id, kind, target_id } = keyOf(channel, mute);
      const { numDeletedRows } = await db
        .deleteFrom('mutes')
        .where('platform', '=', platform)
        .where('channel_id', '=', channel_id)
        .where('kind', '=', kind)
        .where('target_id', '=', target_id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    ofChannel: async ({ platform, id }) => {
      const rows = await db
        .selectFrom('mutes')
        .select(['kind', 'target_id'])
        .where('platform', '=', platform)
        .where('channel_id', '=', id)
        .orderBy('muted_at')
        .orderBy('kind')
        .orderBy('target_id')
        .execute();
      return rows.map((row) => ({ kind: row.kind, id: row.target_id }));
    },
  };
}

function keyOf({ platform, id }: Channel, mute: Mute) {
  return { platform, channel_id: id, kind: mute.kind, target_id: mute.id };
}
