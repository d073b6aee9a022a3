import { dayOf } from '../domain/day.ts';
import { applyRetention, type RetentionPorts } from './apply-retention.ts';
import type { Jobs } from './create-jobs.ts';

/** Once a day, after midnight in UTC: the day on which a process starts is left to see what would be deleted. */
export function createTidying(ports: RetentionPorts): Jobs {
  const { clock, logger } = ports;
  let doneOn = dayOf(clock.now());
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let stopBeats = (): void => {};

  async function tidy(): Promise<void> {
    const today = dayOf(clock.now());
    if (today === doneOn) return;
    doneOn = today;
    await ports.store.leases.forget(clock.now());
    await applyRetention(ports, () => isStopped);
  }

  return {
    start() {
      stopBeats = clock.everyMinute(() => {
        running = tidy().catch((error) => logger.error('retention failed', error));
        return running;
      });
    },
    async stop() {
      isStopped = true;
      stopBeats();
      await running;
    },
  };
}
