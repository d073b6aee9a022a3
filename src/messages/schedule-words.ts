import { MIN_INTERVAL_MINUTES, parseSchedule, type ScheduleProblem } from '../domain/parse-schedule.ts';
import { clockTime, scheduleShape } from '../domain/schedule-shape.ts';
import type { AtOnce, QuietHours, Subscription } from '../domain/subscription.ts';
import type { Words } from '../locales/words.ts';
import { inWords } from './in-words.ts';

/** `every day at 08:00 (Asia/Almaty)`, or that it comes at once. */
export function scheduleWords({ timing, zone }: Pick<Subscription, 'timing' | 'zone'>, words: Words): string {
  if (timing.kind === 'at-once') return words.schedule.atOnce;
  return words.schedule.inZone(timesInWords(timing.cron, words), zone);
}

/** When an alert waits, and whether digests tell the same. */
export function atOnceWords(timing: AtOnce, zone: string, { schedule: words }: Words): readonly string[] {
  const { quietHours, coolDownMs, isAlsoInDigest } = timing;
  const quiet = quietHours?.letsImportantThrough ? words.quietButImportant : words.quiet;
  return [
    ...(quietHours === null
      ? []
      : [quiet(clockTime(quietHours.fromMinute), clockTime(quietHours.toMinute), zone)]),
    ...(coolDownMs === 0 ? [] : [words.coolDown(delayText(coolDownMs))]),
    ...(isAlsoInDigest ? [words.alsoInDigest] : []),
  ];
}

/** `22:00-07:00`, as people type it. */
export function clockSpan({ fromMinute, toMinute }: Pick<QuietHours, 'fromMinute' | 'toMinute'>): string {
  return `${clockTime(fromMinute)}-${clockTime(toMinute)}`;
}

/** `2h`, or `90m`, as people type it. */
export function delayText(delayMs: number): string {
  const minutes = Math.round(delayMs / 60_000);
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** What is wrong with a schedule, and how to write one. */
export function scheduleProblem(problem: ScheduleProblem, line: string, { schedule: words }: Words): string {
  switch (problem.kind) {
    case 'unreadable':
      return `${words.unreadable(line)} ${words.howTo}`;
    case 'bad-time':
      return `${words.badTime(problem.text)} ${words.howTo}`;
    case 'bad-field':
      return `${words.badField(words.fields[problem.field], problem.text)} ${words.howTo}`;
    case 'too-often':
      return words.tooOften(MIN_INTERVAL_MINUTES);
    case 'never':
      return words.never;
  }
}

function timesInWords(cron: string, words: Words): string {
  const reading = parseSchedule(cron);
  if (reading.kind === 'refused') return words.schedule.cron(cron);
  const shape = scheduleShape(reading.schedule);
  const list = (items: readonly (string | number)[]) => inWords(items, words);
  switch (shape.kind) {
    case 'daily':
    case 'weekdays':
      return words.schedule[shape.kind](list(shape.times));
    case 'weekly': {
      const names = shape.weekdays.map((weekday) => words.schedule.weekdayNames[weekday] ?? '');
      return words.schedule.weekly(list(names), list(shape.times));
    }
    case 'monthly':
      return words.schedule.monthly(list(shape.days), list(shape.times));
    case 'cron':
      return words.schedule.cron(shape.cron);
  }
}
