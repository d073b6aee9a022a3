import type { Schedule } from './schedule.ts';

/** What a schedule is in a person's eyes. `times` are `HH:MM`. */
export type ScheduleShape =
  | { readonly kind: 'daily' | 'weekdays'; readonly times: readonly string[] }
  | { readonly kind: 'weekly'; readonly times: readonly string[]; readonly weekdays: readonly number[] }
  | { readonly kind: 'monthly'; readonly times: readonly string[]; readonly days: readonly number[] }
  /** Anything without a short name. */
  | { readonly kind: 'cron'; readonly cron: string };

const MOST_TIMES_NAMED = 6;

export function scheduleShape(schedule: Schedule): ScheduleShape {
  const { cron, days, months, weekdays, isEitherDay } = schedule;
  const times = schedule.minutesOfDay.map(clockTime);
  const isEveryDay = days.length === 31;
  const isEveryWeekday = weekdays.length === 7;
  if (times.length > MOST_TIMES_NAMED || months.length < 12 || isEitherDay) return { kind: 'cron', cron };
  if (isEveryDay && isEveryWeekday) return { kind: 'daily', times };
  if (isEveryDay && weekdays.join() === '1,2,3,4,5') return { kind: 'weekdays', times };
  if (isEveryDay) return { kind: 'weekly', times, weekdays };
  return isEveryWeekday ? { kind: 'monthly', times, days } : { kind: 'cron', cron };
}

/** `HH:MM`. */
export function clockTime(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / 60);
  return `${String(hour).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
