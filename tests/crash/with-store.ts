import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../src/ports/store.ts';

/** Something done with the database while no process of the bot needs it for itself. */
export async function withStore<Result>(
  databaseUrl: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(databaseUrl);
  await store.migrate();
  return work(store).finally(() => store.close());
}
