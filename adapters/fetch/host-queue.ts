import type { Clock } from '../../src/ports/clock.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface HostQueue {
  /** Does the work when every work asked for before at this host is done and the pause after it is over. */
  inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result>;
  /** Hosts that are remembered: those at work, waited for or pausing. */
  busyHosts(): number;
}

/** One work at a time per host, with a pause between; different hosts do not wait for each other. */
export function createHostQueue(clock: Clock, pauseMs: number): HostQueue {
  const lastTurns = new Map<string, Promise<void>>();

  async function endTurn(host: string, turn: Promise<void>, end: () => void): Promise<void> {
    if (pauseMs > 0) await clock.wait(pauseMs);
    if (lastTurns.get(host) === turn) lastTurns.delete(host);
    end();
  }

  return {
    async inTurn(host, work) {
      const before = lastTurns.get(host);
      const { promise: turn, resolve: end } = Promise.withResolvers<void>();
      lastTurns.set(host, turn);
      await keepRunning(before);
      try {
        return await work();
      } finally {
        void endTurn(host, turn, end);
      }
    },
    busyHosts: () => lastTurns.size,
  };
}

/** Waits of the clock let the process end; whoever stands in a queue has to be served first. */
async function keepRunning(before: Promise<void> | undefined): Promise<void> {
  const hold = setInterval(() => undefined, LONGEST_TIMER_MS);
  await before;
  clearInterval(hold);
}
