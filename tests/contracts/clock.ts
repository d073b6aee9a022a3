import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';

export interface ClockUnderTest {
  readonly clock: Clock;
  /** Lets time pass for the clock. */
  advanceBy(delayMs: number): Promise<void>;
}

const MINUTE_MS = 60_000;

/** What every clock keeps to. `start` gives a clock that shows `2026-02-10T07:59:30Z`. */
export function clockContract(name: string, start: (startsAt: number) => ClockUnderTest): void {
  const startsAt = Date.parse('2026-02-10T07:59:30Z');

  describe(`the ${name} clock`, () => {
    it('runs on as time passes', async () => {
      const { clock, advanceBy } = start(startsAt);

      await advanceBy(90_000);

      expect(clock.now()).toBe(startsAt + 90_000);
    });

    it('beats once at the start of every minute', async () => {
      const { clock, advanceBy } = start(startsAt);
      const beats: number[] = [];
      clock.everyMinute(async () => void beats.push(clock.now()));

      await advanceBy(3 * MINUTE_MS);

      const first = Date.parse('2026-02-10T08:00:00Z');
      expect(beats.map((at) => Math.round((at - first) / 1000))).toEqual([0, 60, 120]);
    });

    it('stops beating when told to', async () => {
      const { clock, advanceBy } = start(startsAt);
      let count = 0;
      const stop = clock.everyMinute(async () => {
        count += 1;
      });
      await advanceBy(MINUTE_MS);

      stop();
      await advanceBy(3 * MINUTE_MS);

      expect(count).toBe(1);
    });

    it('swallows a beat while the one before is still running', async () => {
      const { clock, advanceBy } = start(startsAt);
      let begun = 0;
      let most = 0;
      let running = 0;
      clock.everyMinute(async () => {
        begun += 1;
        running += 1;
        most = Math.max(most, running);
        await clock.wait(90_000);
        running -= 1;
      });

      await advanceBy(4 * MINUTE_MS);

      expect({ begun, most }).toEqual({ begun: 2, most: 1 });
    });

    it('goes on beating after a beat has failed', async () => {
      const { clock, advanceBy } = start(startsAt);
      let count = 0;
      clock.everyMinute(async () => {
        count += 1;
        throw new Error('the job failed');
      });

      await advanceBy(3 * MINUTE_MS);

      expect(count).toBe(3);
    });

    it('wakes those who wait when their delay is over, not before', async () => {
      const { clock, advanceBy } = start(startsAt);
      let isAwake = false;
      void clock.wait(5000).then(() => {
        isAwake = true;
      });

      await advanceBy(4999);
      const wasAwake = isAwake;
      await advanceBy(1);

      expect({ wasAwake, isAwake }).toEqual({ wasAwake: false, isAwake: true });
    });
  });
}
