import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { engines } from '../../adapters/store/dialects/index.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { describeStore, type MakeDatabase } from './store.ts';

/** How a test makes an empty database of each engine. An engine without an entry does not compile. */
const databases: Readonly<Record<keyof typeof engines, MakeDatabase>> = {
  sqlite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-store-'));
    const stores: Store[] = [];
    const address = `file:${join(folder, 'test.db')}`;
    return {
      address,
      open: async () => {
        const store = await openStore(address);
        stores.push(store);
        return store;
      },
      drop: async () => {
        for (const store of stores) await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

for (const [name, makeDatabase] of Object.entries(databases)) describeStore(name, makeDatabase);
