import { wakeAllAlerts } from '../digests/wake-alerts.ts';
import type { CheckPorts } from './check-feed.ts';
import { heedChanges } from './heed-changes.ts';
import type { JobPorts } from './job-ports.ts';
import { pollFeeds, type RunningChecks } from './poll-feeds.ts';
import { postEditions } from './post-editions.ts';
import { reachedAdapters } from './reached-adapters.ts';
import { seedFeeds } from './seed-feeds.ts';
import { sendDeliveries } from './send-deliveries.ts';
import { tellOperators } from './tell-operators.ts';
import { tellOwners } from './tell-owners.ts';

/** How long the checks that run may take to end once the bot is told to stop. */
const FAREWELL_MS = 5_000;

export interface Jobs {
  start(): void;
  /** Resolves when the beats that are running have ended; no other begins. */
  stop(): Promise<void>;
}

/** What the jobs of feeds need beyond those of digests. */
export interface PollingPorts extends CheckPorts {
  /** Platform ids of the people who are told of feeds that rest. */
  readonly operators: readonly string[];
}

/**
 * What runs every minute. A beat that fails is logged, and the next one tries again. Polling, unless it is null, has
 * beats of its own, so that a slow feed never holds up a digest.
 */
export function createJobs(ports: JobPorts, polling: PollingPorts | null): Jobs {
  const stopped = Promise.withResolvers<void>();
  const checks: RunningChecks = new Set();
  const chains = [
    createChain(ports, createChannelBeat(ports, stopped.promise)),
    ...(polling === null
      ? []
      : [createChain(ports, createFeedBeat(ports, polling, { checks, stopped: stopped.promise }))]),
  ];
  return {
    start() {
      for (const { start } of chains) start();
    },
    async stop() {
      stopped.resolve();
      await Promise.all(chains.map(({ stop }) => stop()));
      await Promise.race([Promise.all(checks), ports.clock.wait(FAREWELL_MS)]);
    },
  };
}

/** Work of which one beat runs at a time. */
function createChain({ clock, logger }: JobPorts, work: () => Promise<void>): Jobs {
  let running: Promise<void> = Promise.resolve();
  let stopBeats = (): void => {};
  return {
    start() {
      stopBeats();
      stopBeats = clock.everyMinute(() => {
        running = work().catch((error) => logger.error('jobs failed', error));
        return running;
      });
    },
    async stop() {
      stopBeats();
      await running;
    },
  };
}

/** The first beat looks at every alert, for a process that died may have left one asleep that has something to tell. */
function createChannelBeat(ports: JobPorts, stopped: Promise<void>): () => Promise<void> {
  let isBegun = false;
  const reached = reachedAdapters(ports.adapters);
  return async () => {
    await heedChanges(ports);
    if (!isBegun) await wakeAllAlerts(ports.store, ports.clock.now());
    isBegun = true;
    await postEditions(ports);
    await sendDeliveries({ ...ports, adapters: reached() }, stopped);
    await tellOwners(ports);
  };
}

/** The first beat adds what the profile lists. */
function createFeedBeat(
  ports: JobPorts,
  polling: PollingPorts,
  { checks, stopped }: { checks: RunningChecks; stopped: Promise<void> },
): () => Promise<void> {
  let isSeeded = false;
  return async () => {
    if (!isSeeded) await seedFeeds({ ...polling, relationship: ports.relationship });
    isSeeded = true;
    await pollFeeds(polling, checks, stopped);
    await tellOperators(polling.operators, { ...ports, store: polling.store });
  };
}
