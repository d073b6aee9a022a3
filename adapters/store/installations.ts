import type { Installation, InstallationStore } from '../../src/ports/channel-stores.ts';
import type { Db } from './tables.ts';

export function installationStore(db: Db): InstallationStore {
  return {
    save: (installation) => save(db, installation),
    get: (platform, workspaceId) => get(db, platform, workspaceId),
    remove: async (platform, workspaceId) => {
      const { numDeletedRows } = await db
        .deleteFrom('installations')
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

async function save(db: Db, { platform, workspaceId, sealed, installedAt }: Installation): Promise<void> {
  const latest = { sealed, installed_at: installedAt };
  await db
    .insertInto('installations')
    .values({ platform, workspace_id: workspaceId, ...latest })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet(latest))
    .execute();
}

async function get(db: Db, platform: string, workspaceId: string): Promise<Installation | null> {
  const row = await db
    .selectFrom('installations')
    .selectAll()
    .where('platform', '=', platform)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row ? { platform, workspaceId, sealed: row.sealed, installedAt: row.installed_at } : null;
}
