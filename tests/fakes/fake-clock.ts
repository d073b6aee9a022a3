import type { Instant } from '../../src/domain/identity.ts';
import type { Clock } from '../../src/ports/clock.ts';

export interface FakeClock extends Clock {
  /** Lets time pass: every beat and wait due on the way is run, in order, and its work finished before time goes on. */
  advanceTo(at: Instant): Promise<void>;
  advanceBy(delayMs: number): Promise<void>;
}

interface Beat {
  readonly run: () => Promise<void>;
  running: boolean;
}

interface Wait {
  readonly dueAt: Instant;
  readonly wake: () => void;
}

const MINUTE_MS = 60_000;

/** A clock that stands still until it is told to go on. */
export function createFakeClock(startsAt: Instant = Date.parse('2026-02-10T03:00:00Z')): FakeClock {
  let nowAt = startsAt;
  let waits: readonly Wait[] = [];
  let waitsSoFar = 0;
  const beats = new Set<Beat>();

  async function run(beat: Beat): Promise<void> {
    if (beat.running) return;
    beat.running = true;
    const waitsBefore = waitsSoFar;
    void beat
      .run()
      .catch(() => undefined)
      .finally(() => {
        beat.running = false;
      });
    await settle(() => !beat.running || waitsSoFar > waitsBefore);
  }

  async function wakeDue(): Promise<void> {
    const due = waits.filter(({ dueAt }) => dueAt <= nowAt);
    waits = waits.filter(({ dueAt }) => dueAt > nowAt);
    for (const { wake } of due) {
      wake();
      await nextTurn();
    }
  }

  async function advanceTo(at: Instant): Promise<void> {
    await wakeDue();
    while (nowAt < at) {
      const nextMinuteAt = (Math.floor(nowAt / MINUTE_MS) + 1) * MINUTE_MS;
      nowAt = Math.min(at, nextMinuteAt, ...waits.map(({ dueAt }) => dueAt));
      await wakeDue();
      if (nowAt === nextMinuteAt) for (const beat of [...beats]) await run(beat);
    }
  }

  return {
    now: () => nowAt,
    everyMinute(work) {
      const beat: Beat = { run: async () => work(), running: false };
      beats.add(beat);
      return () => void beats.delete(beat);
    },
    wait(delayMs) {
      waitsSoFar += 1;
      return new Promise((wake) => {
        waits = [...waits, { dueAt: nowAt + delayMs, wake }].toSorted((a, b) => a.dueAt - b.dueAt);
      });
    },
    advanceTo,
    advanceBy: (delayMs) => advanceTo(nowAt + delayMs),
  };
}

/** A beat that waits on this clock cannot finish before time goes on; any other is waited for. */
async function settle(isSettled: () => boolean): Promise<void> {
  do await nextTurn();
  while (!isSettled());
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
