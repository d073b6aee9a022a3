import type { Instant } from '../../src/domain/identity.ts';

/**
 * The time of a simulated world, the same in every process that is told of it: it runs `speed` times faster than that of
 * this machine, and can be moved ahead while no process of the bot runs.
 */
export interface MovingClock {
  now(): Instant;
  moveAhead(durationMs: number): void;
  /** For `readMovingClock` in another process. */
  asText(): string;
}

export function createMovingClock(startsAt: Instant, speed: number): MovingClock {
  const startedAt = Date.now();
  let movedMs = 0;
  return {
    now: () => startsAt + movedMs + (Date.now() - startedAt) * speed,
    moveAhead(durationMs) {
      movedMs += Math.round(durationMs);
    },
    asText: () => [startsAt + movedMs, startedAt, speed].join(),
  };
}

export function readMovingClock(text: string): { readonly now: () => Instant; readonly speed: number } {
  const [shownAt = 0, startedAt = 0, speed = 1] = text.split(',').map(Number);
  return { now: () => shownAt + (Date.now() - startedAt) * speed, speed };
}
