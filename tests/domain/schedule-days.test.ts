import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDay, weekdayOf } from '../../src/domain/day.ts';
import { matchesDay, nextDueAt } from '../../src/domain/schedule.ts';
import { scheduleOf } from '../fixtures/a-schedule.ts';

/** A field of days, and which numbers it stands for, worked out one by one. */
interface DayField {
  readonly text: string;
  readonly holds: (value: number) => boolean;
}

function field(min: number, max: number): fc.Arbitrary<DayField> {
  const value = fc.integer({ min, max });
  const step = fc.integer({ min: 2, max: 9 });
  const range = fc.tuple(value, value).map((ends) => ends.toSorted((a, b) => a - b));
  return fc.oneof(
    fc.constant({ text: '*', holds: () => true }),
    step.map((by) => ({ text: `*/${by}`, holds: (n: number) => (n - min) % by === 0 })),
    value.map((one) => ({ text: `${one}`, holds: (n: number) => n === one })),
    fc
      .uniqueArray(value, { minLength: 2, maxLength: 4 })
      .map((all) => ({ text: all.join(), holds: (n: number) => all.includes(n) })),
    fc.tuple(range, step).map(([[from = min, to = max], by]) => ({
      text: `${from}-${to}/${by}`,
      holds: (n: number) => n >= from && n <= to && (n - from) % by === 0,
    })),
  );
}

/** As the manual of Vixie's cron has it: both fields restricted, and either is enough; a `*` at the beginning is none. */
function isWanted(day: string, days: DayField, weekdays: DayField): boolean {
  const isDay = days.holds(Number(day.slice(8)));
  const isWeekday = weekdays.holds(weekdayOf(day));
  const isEither = !days.text.startsWith('*') && !weekdays.text.startsWith('*');
  return isEither ? isDay || isWeekday : isDay && isWeekday;
}

const anyDay = fc.integer({ min: 0, max: 1_460 }).map((later) => addDays('2024-01-01', later));

describe('day of month and day of week', () => {
  it('are joined as in Vixie’s cron, on any day and with any fields', () => {
    fc.assert(
      fc.property(field(1, 28), field(0, 6), anyDay, (days, weekdays, day) => {
        const schedule = scheduleOf(`0 8 ${days.text} * ${weekdays.text}`);

        expect(matchesDay(schedule, day)).toBe(isWanted(day, days, weekdays));
      }),
      { numRuns: 2_000 },
    );
  });

  it('give the first day that fits as the next due one', () => {
    fc.assert(
      fc.property(field(1, 28), field(0, 6), anyDay, (days, weekdays, day) => {
        const schedule = scheduleOf(`0 8 ${days.text} * ${weekdays.text}`);

        let wanted = day;
        while (!isWanted(wanted, days, weekdays)) wanted = addDays(wanted, 1);

        expect(nextDueAt(schedule, 'UTC', startOfDay(day))).toBe(startOfDay(wanted) + 8 * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });
});
