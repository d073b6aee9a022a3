import type { JobPorts } from './job-ports.ts';
import { postEditions } from './post-editions.ts';
import { sendDeliveries } from './send-deliveries.ts';
import { tellOwners } from './tell-owners.ts';

export interface Jobs {
  start(): void;
  /** Resolves when the beat that is running has ended; no other begins. */
  stop(): Promise<void>;
}

/** What runs every minute. A beat that fails is logged, and the next one tries again. */
export function createJobs(ports: JobPorts): Jobs {
  const stopped = Promise.withResolvers<void>();
  let running: Promise<void> = Promise.resolve();
  let stopBeats = (): void => {};
  return {
    start() {
      stopBeats();
      stopBeats = ports.clock.everyMinute(() => {
        running = beat(ports, stopped.promise);
        return running;
      });
    },
    async stop() {
      stopBeats();
      stopped.resolve();
      await running;
    },
  };
}

async function beat(ports: JobPorts, stopped: Promise<void>): Promise<void> {
  try {
    await postEditions(ports);
    await sendDeliveries(ports, stopped);
    await tellOwners(ports);
  } catch (error) {
    ports.logger.error('jobs failed', error);
  }
}
