import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../../adapters/store/open-store.ts';

/**
 * Run as a thread with a connection of its own, as another process would have it: takes deliveries and marks them sent
 * until the store has none, and says which ones it took, in its order, and what it was told as the secret.
 */
const { address, platform, now } = workerData as { address: string; platform: string; now: number };
const store = await openStore(address);
const secret = await store.keepsakes.secret('seal');
const taken: string[] = [];
while ((await store.deliveries.nextDueAt([platform])) !== null) {
  const claimed = await store.deliveries.claimNext(now, now + 60_000, [platform]);
  if (claimed === null) continue;
  taken.push(claimed.delivery.id);
  await store.deliveries.markSent(claimed.delivery.id, now);
}
await store.close();
parentPort?.postMessage({ secret, taken });
