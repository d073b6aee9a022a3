import type { Clock } from '../../src/ports/clock.ts';
import { readMovingClock } from './moving-clock.ts';

const MINUTE_MS = 60_000;
/** A beat a little early would be one before its minute. */
const MARGIN_MS = 1;

/** Stands in for the clock of the machine in a process of the bot: it shows the time of a simulated world. */
export function createClock(): Clock {
  const { now, speed } = readMovingClock(process.env['MOVING_CLOCK'] ?? '');
  return {
    now,
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs / speed).unref()),
    everyMinute(beat) {
      let timer: NodeJS.Timeout | null = null;
      let isRunning = false;
      const next = (): void => {
        const untilMs = MINUTE_MS - (now() % MINUTE_MS);
        timer = setTimeout(
          () => {
            next();
            if (isRunning) return;
            isRunning = true;
            void beat().finally(() => {
              isRunning = false;
            });
          },
          untilMs / speed + MARGIN_MS,
        );
      };
      next();
      return () => clearTimeout(timer ?? undefined);
    },
  };
}
