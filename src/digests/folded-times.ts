import type { Instant } from '../domain/identity.ts';
import { latestDueAt } from '../domain/schedule.ts';
import type { Subscription } from '../domain/subscription.ts';
import { storedSchedule } from './wake-times.ts';

/** Nobody reads a longer list. */
const MOST_FOLDED = 50;

/** The due times after the last edition, or after the subscription began, that passed unserved before `dueAt`; oldest first. */
export function foldedTimes(
  { timing, zone, createdAt }: Subscription,
  lastDueAt: Instant | null,
  dueAt: Instant,
): readonly Instant[] {
  if (timing.kind === 'at-once') return [];
  const schedule = storedSchedule(timing.cron);
  const after = Math.max(lastDueAt ?? createdAt, createdAt);
  const folded: Instant[] = [];
  for (
    let at = latestDueAt(schedule, zone, dueAt - 1);
    at > after;
    at = latestDueAt(schedule, zone, at - 1)
  ) {
    folded.unshift(at);
    if (folded.length === MOST_FOLDED) break;
  }
  return folded;
}
