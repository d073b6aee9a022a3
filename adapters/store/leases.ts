import type { LeaseStore } from '../../src/ports/channel-stores.ts';
import type { Db } from './tables.ts';

export function leaseStore(db: Db): LeaseStore {
  return {
    hold: async (name, holder, now, until) => {
      const row = await db
        .insertInto('leases')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where(({ or, eb }) => or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now)])),
        )
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
    forget: async (before) => {
      await db.deleteFrom('leases').where('until', '<', before).execute();
    },
    release: async (name, holder) => {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
