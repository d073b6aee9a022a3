import { schedule, setLogger } from 'node-cron';
import type { Instant } from '../../src/domain/identity.ts';
import type { Clock } from '../../src/ports/clock.ts';

const MINUTE_MS = 60_000;
/** Longer delays overflow Node's timers and would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The clock of this machine, or, with `startsAt`, a clock that shows that instant now and runs on from there. node-cron
 * is only the heartbeat: schedules, zones and missed times are worked out from `now`. A beat reports its own failures.
 */
export function createClock({ startsAt }: { readonly startsAt?: Instant } = {}): Clock {
  const aheadMs = startsAt === undefined ? 0 : startsAt - Date.now();
  setLogger({ info() {}, warn() {}, error() {}, debug() {} });
  return {
    now: () => Date.now() + aheadMs,
    everyMinute(beat) {
      const options = { timezone: 'UTC', noOverlap: true, name: 'heartbeat' };
      const task = schedule(`${secondOfBeat(aheadMs)} * * * * *`, () => beat(), options);
      return () => void task.destroy();
    },
    wait: (delayMs) => waitFor(delayMs),
  };
}

/** The second of this machine's minute in which the shown minute begins; never before it. */
function secondOfBeat(aheadMs: number): number {
  const lateMs = ((-aheadMs % MINUTE_MS) + MINUTE_MS) % MINUTE_MS;
  return Math.ceil(lateMs / 1000) % 60;
}

async function waitFor(delayMs: number): Promise<void> {
  for (let leftMs = delayMs; leftMs > 0; leftMs -= LONGEST_TIMER_MS) {
    const stepMs = Math.min(leftMs, LONGEST_TIMER_MS);
    await new Promise((resolve) => setTimeout(resolve, stepMs).unref());
  }
}
