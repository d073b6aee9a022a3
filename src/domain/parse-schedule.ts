import { CRON_FIELDS, type CronFieldSpec, parseCronField, WEEKDAY_NAMES } from './cron-field.ts';
import type { Day } from './day.ts';
import { addDays } from './day.ts';
import { LONGEST_WAIT_DAYS, matchesDay, type Schedule } from './schedule.ts';

export const MIN_INTERVAL_MINUTES = 15;

export type ScheduleProblem =
  /** Neither known words nor five fields. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'bad-time'; readonly text: string }
  | { readonly kind: 'bad-field'; readonly field: CronFieldSpec['name']; readonly text: string }
  | { readonly kind: 'too-often' }
  /** No day fits: 30 February. */
  | { readonly kind: 'never' };

export type ScheduleReading =
  /** `rest` are the words after the schedule. */
  | { readonly kind: 'schedule'; readonly schedule: Schedule; readonly rest: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: ScheduleProblem };

/**
 * Reads `daily 08:00`, `weekdays 7:30`, `weekly mon 09:00`, `monthly 1 09:00` or a five-field cron expression, with or
 * without quotes, at the beginning of a line.
 */
export function parseSchedule(line: string): ScheduleReading {
  const words = line
    .replaceAll(/["'`“”]/g, ' ')
    .trim()
    .split(/\s+/);
  const [name = '', ...more] = words;
  switch (name.toLowerCase()) {
    case 'daily':
      return atTime(more, (time) => `${time} * * *`);
    case 'weekdays':
      return atTime(more, (time) => `${time} * * 1-5`);
    case 'weekly':
      return atTime(more.slice(1), (time) => `${time} * * ${weekdayField(more[0])}`);
    case 'monthly':
      return atTime(more.slice(1), (time) => `${time} ${more[0] ?? ''} * *`);
    default:
      return words.length < CRON_FIELDS.length
        ? refused({ kind: 'unreadable' })
        : parseCron(words.slice(0, CRON_FIELDS.length), words.slice(CRON_FIELDS.length));
  }
}

function refused(problem: ScheduleProblem): ScheduleReading {
  return { kind: 'refused', problem };
}

/** `cronOf` puts "minute hour" into an expression. */
function atTime(words: readonly string[], cronOf: (time: string) => string): ScheduleReading {
  const [text = '', ...rest] = words;
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) {
    return refused({ kind: 'bad-time', text });
  }
  return parseCron(cronOf(`${Number(match[2])} ${Number(match[1])}`).split(' '), rest);
}

/** `monday` → `mon`; anything else is left for the field to refuse. */
function weekdayField(text = ''): string {
  const short = text.toLowerCase().slice(0, 3);
  return WEEKDAY_NAMES.some((name) => name === short) ? short : text;
}

function parseCron(fields: readonly string[], rest: readonly string[]): ScheduleReading {
  const values: (readonly number[])[] = [];
  for (const [at, spec] of CRON_FIELDS.entries()) {
    const text = fields[at] ?? '';
    const parsed = parseCronField(text, spec);
    if (parsed === null) return refused({ kind: 'bad-field', field: spec.name, text });
    values.push(parsed);
  }
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = values;
  const schedule: Schedule = {
    cron: fields.join(' ').toLowerCase(),
    minutesOfDay: hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)),
    days,
    months,
    weekdays,
    isEitherDay: fields[2]?.startsWith('*') === false && fields[4]?.startsWith('*') === false,
  };
  const problem = problemOf(schedule);
  return problem === null ? { kind: 'schedule', schedule, rest } : refused(problem);
}

function problemOf(schedule: Schedule): ScheduleProblem | null {
  const times = schedule.minutesOfDay;
  if (times.some((time, at) => at > 0 && time - (times[at - 1] ?? 0) < MIN_INTERVAL_MINUTES)) {
    return { kind: 'too-often' };
  }
  if (!hasDay(schedule, () => true)) return { kind: 'never' };
  const overnight = 24 * 60 - (times.at(-1) ?? 0) + (times[0] ?? 0);
  const isCloseOvernight =
    overnight < MIN_INTERVAL_MINUTES && hasDay(schedule, (day) => matchesDay(schedule, addDays(day, 1)));
  return isCloseOvernight ? { kind: 'too-often' } : null;
}

/** Is there a day of the schedule for which `holds`? Two rounds of leap years and weekdays are enough to tell. */
function hasDay(schedule: Schedule, holds: (day: Day) => boolean): boolean {
  let day = '2000-01-01';
  for (let walked = 0; walked <= LONGEST_WAIT_DAYS; walked += 1) {
    if (matchesDay(schedule, day) && holds(day)) return true;
    day = addDays(day, 1);
  }
  return false;
}
