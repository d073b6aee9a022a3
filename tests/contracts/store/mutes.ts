import { describe, expect, it } from 'vitest';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const here = { platform: 'console', id: 'here' };
const there = { platform: 'console', id: 'there' };
const defence = { kind: 'topic', id: 'defence' } as const;
const dawn = { kind: 'source', id: 'dawn' } as const;

export function describeMutes(makeDatabase: MakeDatabase): void {
  describe('mutes', () => {
    const store = storeInTest(makeDatabase);

    it('belong to one channel, the oldest first', async () => {
      await store().mutes.add(here, dawn, NOW + 1);
      await store().mutes.add(here, defence, NOW);

      expect(await store().mutes.ofChannel(here)).toEqual([defence, dawn]);
      expect(await store().mutes.ofChannel(there)).toEqual([]);
    });

    it('say whether they are new', async () => {
      const first = await store().mutes.add(here, defence, NOW);

      expect([first, await store().mutes.add(here, defence, NOW)]).toEqual([true, false]);
    });

    it('end once', async () => {
      await store().mutes.add(here, defence, NOW);

      const elsewhere = await store().mutes.remove(there, defence);
      const ended = await store().mutes.remove(here, defence);
      const again = await store().mutes.remove(here, defence);

      expect([elsewhere, ended, again]).toEqual([false, true, false]);
      expect(await store().mutes.ofChannel(here)).toEqual([]);
    });
  });
}
