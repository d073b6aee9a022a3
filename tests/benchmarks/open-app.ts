import * as adapters from '../../adapters/index.ts';
import { commands } from '../../commands/index.ts';
import { createApp } from '../../src/app.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import type { Store } from '../../src/ports/store.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';

/** Later than every article of the benchmark. */
const NOW = Date.parse('2026-11-22T00:00:00Z');

export async function openStore(databaseUrl: string): Promise<Store> {
  const store = await adapters.store.sql(databaseUrl);
  await store.migrate();
  return store;
}

/** The bot as it runs, without a chat platform. */
export function appOver(store: Store, relationship: Relationship) {
  return createApp({
    ...{
      store,
      relationship,
      commands,
      adapters: [],
      language: 'en',
      zone: 'UTC',
      graceMs: 0,
      retention: { articlesDays: null, editionsDays: null },
      operators: [],
    },
    clock: adapters.clock.system({ startsAt: NOW }),
    logger: adapters.log.pino({ level: 'error', destination: null }),
    metrics: NO_METRICS,
    documents: adapters.files.local(),
    threads: adapters.threads.workers(),
    isPolling: false,
    fetcher: adapters.fetch.guarded({ version: 'bench', clock: adapters.clock.system() }),
  });
}
