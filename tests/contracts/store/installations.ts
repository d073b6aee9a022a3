import { describe, expect, it } from 'vitest';
import type { Installation } from '../../../src/ports/channel-stores.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const installation: Installation = {
  platform: 'web',
  workspaceId: 'T1',
  sealed: 'v1:c2VhbGVk',
  installedAt: NOW,
};

export function describeInstallations(makeDatabase: MakeDatabase): void {
  describe('installations', () => {
    const store = storeInTest(makeDatabase);
    const get = (workspaceId: string, platform = 'web') => store().installations.get(platform, workspaceId);

    it('are given back to their workspace on their platform only', async () => {
      const other = { ...installation, workspaceId: 'T2', sealed: 'v1:b3RoZXI=' };
      await store().installations.save(installation);
      await store().installations.save(other);

      expect([await get('T1'), await get('T2')]).toEqual([installation, other]);
      expect([await get('T3'), await get('T1', 'console')]).toEqual([null, null]);
    });

    it('take the place of an earlier one of the same workspace', async () => {
      const renewed = { ...installation, sealed: 'v1:cmVuZXdlZA==', installedAt: NOW + 1 };
      await store().installations.save(installation);

      await store().installations.save(renewed);

      expect(await get('T1')).toEqual(renewed);
    });

    it('are removed once, and alone', async () => {
      const other = { ...installation, workspaceId: 'T2' };
      const elsewhere = { ...installation, platform: 'console' };
      for (const each of [installation, other, elsewhere]) await store().installations.save(each);

      const removals = [
        await store().installations.remove('web', 'T1'),
        await store().installations.remove('web', 'T1'),
      ];

      expect(removals).toEqual([true, false]);
      expect([await get('T1'), await get('T2'), await get('T1', 'console')]).toEqual([
        null,
        other,
        elsewhere,
      ]);
    });
  });
}
