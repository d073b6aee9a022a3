import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as adapters from '../../adapters/index.ts';
import { composeEdition } from '../../src/digests/compose-edition.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import { postEditions } from '../../src/jobs/post-editions.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { quantile } from './measure-commands.ts';

const DAY_MS = 86_400_000;
const ROUNDS = 30;
const NS_PER_MS = 1_000_000;
const US_PER_SECOND = 1_000_000;

export interface Archive {
  readonly store: Store;
  readonly relationship: Relationship;
}

/** How long a channel waits for a digest of some days, everything read anew each time; median. */
export async function composingMs(days: number, now: number, archive: Archive): Promise<number> {
  const request = {
    period: { fromAt: now - days * DAY_MS, toAt: now, zone: 'UTC' },
    lookFromAt: now - days * DAY_MS,
    ...({ language: 'en', length: 'standard' } as const),
    ...{ interest: EVERYTHING, mutes: [], toldTo: [], due: null },
  };
  const tookMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await composeEdition(request, archive);
    tookMs.push(performance.now() - startedAt);
  }
  return quantile(tookMs, 0.5);
}

export interface Beat {
  readonly seconds: number;
  /** Of the processor, which other programs on the machine do not lengthen. */
  readonly processorSeconds: number;
  readonly editions: number;
  /** The longest time for which nothing else got its turn. */
  readonly longestBlockMs: number;
}

/** Adds daily digests of as many channels, all for one minute. */
export async function subscribeMany(count: number, dueAt: number, { store }: Archive): Promise<void> {
  await store.transaction(async ({ subscriptions }) => {
    for (let at = 0; at < count; at += 1) {
      const subscription = aSubscription({
        ...{ id: `bench-${at}`, channel: { platform: 'bench', id: `channel-${at}` }, zone: 'UTC' },
        createdAt: dueAt - DAY_MS,
      });
      await subscriptions.add(subscription, dueAt);
    }
  });
}

/** Composes and records everything that is due then. */
export async function beatAt(now: number, { store, relationship }: Archive): Promise<Beat> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const startedAt = performance.now();
  const usedBefore = process.cpuUsage();
  delay.enable();
  await postEditions({
    ...{ store, relationship, adapters: [], language: 'en', graceMs: DAY_MS },
    clock: createFakeClock(now),
    logger: adapters.log.pino({ level: 'error', destination: null }),
  });
  delay.disable();
  const used = process.cpuUsage(usedBefore);
  const waiting = await store.deliveries.countByStatus();
  return {
    seconds: (performance.now() - startedAt) / 1000,
    processorSeconds: (used.user + used.system) / US_PER_SECOND,
    editions: Object.values(waiting).reduce((sum, each) => sum + each, 0),
    longestBlockMs: delay.max / NS_PER_MS,
  };
}
