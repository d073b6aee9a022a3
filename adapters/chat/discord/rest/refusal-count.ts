import type { Instant } from '../../../../src/domain/identity.ts';
import type { Clock } from '../../../../src/ports/clock.ts';

const WINDOW_MS = 10 * 60_000;

export interface RefusalCount {
  /** Takes note of the status of an answer; `isShared`: a rate limit that others caused, which does not count. */
  note(status: number, isShared: boolean): void;
  /** How long to make no requests at all; null when there is no need to wait. */
  pauseMs(): number | null;
}

/**
 * Discord bans an address for a while after 10,000 answers of 401, 403 or 429 in ten minutes. Long before that, nothing
 * more is asked until those ten minutes are over.
 */
export function createRefusalCount(most: number, clock: Pick<Clock, 'now'>): RefusalCount {
  let count = 0;
  let endsAt: Instant = clock.now();

  function startAnew(): void {
    if (clock.now() < endsAt) return;
    count = 0;
    endsAt = clock.now() + WINDOW_MS;
  }

  return {
    note(status, isShared) {
      startAnew();
      const isRefusal = status === 401 || status === 403 || (status === 429 && !isShared);
      if (isRefusal) count += 1;
    },
    pauseMs() {
      startAnew();
      return count < most ? null : endsAt - clock.now();
    },
  };
}
