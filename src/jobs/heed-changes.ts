import { wakeAlerts } from '../digests/wake-alerts.ts';
import { correctEditions } from './correct-editions.ts';
import type { JobPorts } from './job-ports.ts';

/** As many as one transaction may hold up others for. */
const BATCH = 100;

/**
 * Looks at every article that was stored, revised, moved or deleted since the last beat. What follows from a change is
 * recorded together with having looked at it, or not at all.
 */
export async function heedChanges(ports: JobPorts): Promise<void> {
  for (;;) {
    const heeded = await ports.store.transaction(async (store) => {
      const ids = await store.changes.take(BATCH);
      if (ids.length > 0) {
        await correctEditions(ids, { ...ports, store });
        await wakeAlerts(ids, store, ports.clock.now());
      }
      return ids.length;
    });
    if (heeded < BATCH) return;
  }
}
