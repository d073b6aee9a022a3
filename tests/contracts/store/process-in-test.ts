import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Store } from '../../../src/ports/store.ts';

const SECRETS = 50;
const LEASE_MS = 60_000;

interface Task {
  readonly address: string;
  readonly platform: string;
  readonly now: number;
}

/**
 * Run as a thread with a connection of its own, as another process would have it. It says that it is ready and, once it
 * is answered, asks for secrets and sends deliveries until there are none; then it says what it was given, in order.
 */
const task = workerData as Task;
const store = await openStore(task.address);
parentPort?.postMessage('ready');
if (parentPort) await once(parentPort, 'message');
const secrets = await askForSecrets(store);
const taken = await sendAll(store, task);
await store.close();
parentPort?.postMessage({ secrets, taken });
parentPort?.close();

async function askForSecrets({ keepsakes }: Store): Promise<readonly string[]> {
  const told: string[] = [];
  for (let n = 0; n < SECRETS; n += 1) told.push(await keepsakes.secret(`secret ${n}`));
  return told;
}

async function sendAll({ deliveries }: Store, { platform, now }: Task): Promise<readonly string[]> {
  const sent: string[] = [];
  while ((await deliveries.nextDueAt([platform])) !== null) {
    const claimed = await deliveries.claimNext(now, now + LEASE_MS, [platform]);
    if (claimed === null) continue;
    sent.push(claimed.delivery.id);
    await deliveries.markSent(claimed.delivery.id, now);
  }
  return sent;
}
