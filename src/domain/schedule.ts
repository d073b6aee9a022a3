import type { Day } from './day.ts';
import { addDays, dayOf, weekdayOf } from './day.ts';
import type { Instant } from './identity.ts';
import type { ZoneDay } from './zone-clock.ts';
import { zoneClock } from './zone-clock.ts';

/** A five-field cron expression, read. All lists are sorted; weekdays are 0 = Sunday … 6 = Saturday. */
export interface Schedule {
  readonly cron: string;
  /** Minutes after midnight, sorted. */
  readonly minutesOfDay: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  /**
   * Day of month and day of week are both restricted, so that either is enough. As in Vixie's cron a field that
   * begins with `*` counts as unrestricted.
   */
  readonly isEitherDay: boolean;
}

/** Longest wait between two days of a schedule that has any: 29 February over a century that leaves one out. */
export const LONGEST_WAIT_DAYS = 8 * 366 + 1;

export function matchesDay(schedule: Schedule, day: Day): boolean {
  if (!schedule.months.includes(monthOf(day))) return false;
  const isDay = schedule.days.includes(Number(day.slice(8, 10)));
  const isWeekday = schedule.weekdays.includes(weekdayOf(day));
  return schedule.isEitherDay ? isDay || isWeekday : isDay && isWeekday;
}

/** The first due time after `after`. */
export function nextDueAt(schedule: Schedule, zone: string, after: Instant): Instant {
  for (const times of dueDays(schedule, zone, { fromDay: addDays(dayOf(after), -1), step: 1 })) {
    const next = times.find((at) => at > after);
    if (next !== undefined) return next;
  }
  throw new RangeError(`The schedule "${schedule.cron}" has no due time`);
}

/** The last due time at or before `notAfter`. */
export function latestDueAt(schedule: Schedule, zone: string, notAfter: Instant): Instant {
  for (const times of dueDays(schedule, zone, { fromDay: addDays(dayOf(notAfter), 1), step: -1 })) {
    const latest = times.findLast((at) => at <= notAfter);
    if (latest !== undefined) return latest;
  }
  throw new RangeError(`The schedule "${schedule.cron}" has no due time`);
}

/**
 * The due times of one day after another, from a day at or beyond the local one (local and UTC days differ by one at
 * most), forwards or backwards; a clock change can move, but not reorder, them. */
function* dueDays(
  schedule: Schedule,
  zone: string,
  { fromDay, step }: { fromDay: Day; step: 1 | -1 },
): Generator<readonly Instant[]> {
  const clockOn = zoneClock(zone);
  let day = fromDay;
  for (let walked = 0; walked <= LONGEST_WAIT_DAYS; walked += 1) {
    if (matchesDay(schedule, day)) yield dueTimes(schedule, clockOn(day));
    day = schedule.months.includes(monthOf(day)) ? addDays(day, step) : otherMonth(day, step);
  }
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The first day of the next month, or the last one of the month before. */
function otherMonth(day: Day, step: 1 | -1): Day {
  const first = `${day.slice(0, 8)}01`;
  return step === -1 ? addDays(first, -1) : `${addDays(first, 31).slice(0, 8)}01`;
}

function dueTimes(schedule: Schedule, clock: ZoneDay): readonly Instant[] {
  return clock.exists ? schedule.minutesOfDay.map((minute) => clock.instantOf(minute)) : [];
}
