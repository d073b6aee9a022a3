import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clock as clocks } from '../../adapters/index.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { type ClockUnderTest, clockContract } from './clock.ts';

clockContract('fake', (startsAt) => {
  const clock = createFakeClock(startsAt);
  return { clock, advanceBy: clock.advanceBy };
});

describe('clocks of this machine', () => {
  beforeEach(() =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }),
  );
  afterEach(() => vi.useRealTimers());

  for (const [name, createClock] of Object.entries(clocks)) {
    const start = (startsAt: number, machineAt: number): ClockUnderTest => {
      vi.setSystemTime(machineAt);
      const clock = createClock({ startsAt });
      return { clock, advanceBy: async (delayMs) => void (await vi.advanceTimersByTimeAsync(delayMs)) };
    };

    clockContract(`${name} (on time)`, (startsAt) => start(startsAt, startsAt));
    clockContract(`${name} (shown as of another day)`, (startsAt) =>
      start(startsAt, Date.parse('2026-11-22T11:17:43Z')),
    );

    it(`${name} shows the time of the machine unless told otherwise`, () => {
      vi.setSystemTime(Date.parse('2026-11-22T11:17:43Z'));

      expect(createClock().now()).toBe(Date.parse('2026-11-22T11:17:43Z'));
    });
  }
});
