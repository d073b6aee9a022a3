import type { Instant } from '../domain/identity.ts';
import { parseSchedule } from '../domain/parse-schedule.ts';
import { nextDueAt, type Schedule } from '../domain/schedule.ts';
import type { Subscription } from '../domain/subscription.ts';

/** The first due time after an instant; null for an alert. */
export function wakeAfter(
  { timing, zone }: Pick<Subscription, 'timing' | 'zone'>,
  after: Instant,
): Instant | null {
  return timing.kind === 'at-once' ? null : nextDueAt(storedSchedule(timing.cron), zone, after);
}

/** The next three due times; none of an alert. */
export function nextDueTimes(
  subscription: Pick<Subscription, 'timing' | 'zone'>,
  now: Instant,
): readonly Instant[] {
  const first = wakeAfter(subscription, now);
  if (first === null) return [];
  const second = wakeAfter(subscription, first) ?? first;
  return [first, second, wakeAfter(subscription, second) ?? second];
}

/** What is stored was read before; that it cannot be read now is a bug. */
export function storedSchedule(cron: string): Schedule {
  const reading = parseSchedule(cron);
  if (reading.kind === 'refused') throw new Error(`The stored schedule "${cron}" cannot be read.`);
  return reading.schedule;
}
