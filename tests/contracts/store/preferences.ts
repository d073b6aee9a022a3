import { describe, expect, it } from 'vitest';
import type { PreferenceScope, Preferences } from '../../../src/domain/preferences.ts';
import type { MakeDatabase } from '../store.ts';
import { storeInTest } from './store-in-test.ts';

const scope: PreferenceScope = { kind: 'channel', platform: 'console', id: '1' };
const nothing: Preferences = { language: null, zone: null, topicIds: null };

export function describePreferences(makeDatabase: MakeDatabase): void {
  describe('preferences', () => {
    const store = storeInTest(makeDatabase);

    it('are null where nothing was set', async () => {
      expect(await store().preferences.get(scope)).toBeNull();
    });

    it.each<Partial<Preferences>>([
      { language: 'ur' },
      { zone: 'Asia/Almaty' },
      { topicIds: ['trade', 'defence'] },
      { topicIds: [] },
      { language: 'kk', zone: 'Asia/Karachi', topicIds: ['trade'] },
    ])('give back %j and leave the rest open', async (set) => {
      await store().preferences.set(scope, { ...nothing, ...set });

      expect(await store().preferences.get(scope)).toEqual({ ...nothing, ...set });
    });

    it('take the place of those set before, also where they are left open', async () => {
      await store().preferences.set(scope, { language: 'de', zone: 'Europe/Berlin', topicIds: ['trade'] });

      await store().preferences.set(scope, { ...nothing, zone: 'Asia/Almaty' });

      expect(await store().preferences.get(scope)).toEqual({ ...nothing, zone: 'Asia/Almaty' });
    });

    it('belong to one person, channel or workspace of one platform', async () => {
      const scopes: readonly PreferenceScope[] = [
        scope,
        { ...scope, kind: 'person' },
        { ...scope, kind: 'workspace' },
        { ...scope, platform: 'web' },
        { ...scope, id: '2' },
      ];
      const zones = scopes.map((_, place) => `Etc/GMT+${place}`);

      for (const [place, each] of scopes.entries()) {
        await store().preferences.set(each, { ...nothing, zone: zones[place] ?? null });
      }

      const stored = await Promise.all(scopes.map((each) => store().preferences.get(each)));
      expect(stored.map((each) => each?.zone)).toEqual(zones);
    });

    it('can be set by many at once', async () => {
      const zones = Array.from({ length: 8 }, (_, place) => `Etc/GMT+${place}`);

      await Promise.all(zones.map((zone) => store().preferences.set(scope, { ...nothing, zone })));

      expect(zones).toContain((await store().preferences.get(scope))?.zone);
    });
  });
}
