import type { PreferenceScope, Preferences } from '../../src/domain/preferences.ts';
import type { PreferenceStore } from '../../src/ports/channel-stores.ts';
import { readStrings } from './stored-json.ts';
import type { Db } from './tables.ts';

export function preferenceStore(db: Db): PreferenceStore {
  return {
    get: (scope) => getPreferences(db, scope),
    set: (scope, preferences) => setPreferences(db, scope, preferences),
  };
}

async function getPreferences(db: Db, { kind, platform, id }: PreferenceScope): Promise<Preferences | null> {
  const row = await db
    .selectFrom('preferences')
    .select(['language', 'zone', 'topic_ids'])
    .where('platform', '=', platform)
    .where('kind', '=', kind)
    .where('scope_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const topicIds = row.topic_ids === null ? null : readStrings(row.topic_ids);
  return { language: row.language, zone: row.zone, topicIds };
}

async function setPreferences(
  db: Db,
  { kind, platform, id }: PreferenceScope,
  { language, zone, topicIds }: Preferences,
): Promise<void> {
  const set = { language, zone, topic_ids: topicIds === null ? null : JSON.stringify(topicIds) };
  await db
    .insertInto('preferences')
    .values({ kind, platform, scope_id: id, ...set })
    .onConflict((conflict) => conflict.columns(['platform', 'kind', 'scope_id']).doUpdateSet(set))
    .execute();
}
