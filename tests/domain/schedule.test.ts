import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { parseSchedule } from '../../src/domain/parse-schedule.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import { latestDueAt, matchesDay, nextDueAt } from '../../src/domain/schedule.ts';
import { scheduleShape } from '../../src/domain/schedule-shape.ts';
import { findZone } from '../../src/domain/zone-clock.ts';
import { scheduleOf } from '../fixtures/a-schedule.ts';

const ZONES = [
  'Asia/Almaty',
  'Asia/Karachi',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

function problemOf(line: string): unknown {
  const reading = parseSchedule(line);
  return reading.kind === 'refused' ? reading.problem : null;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** All due times in [from, to). */
function dueBetween(schedule: Schedule, zone: string, from: string, to: string): readonly string[] {
  const found: string[] = [];
  let at = nextDueAt(schedule, zone, Date.parse(from) - 1);
  while (at < Date.parse(to)) {
    found.push(iso(at));
    at = nextDueAt(schedule, zone, at);
  }
  return found;
}

describe('reading a schedule', () => {
  it.each([
    ['daily 08:00', '0 8 * * *'],
    ['weekdays 7:30', '30 7 * * 1-5'],
    ['weekly mon 09:00', '0 9 * * mon'],
    ['weekly Monday 09:00', '0 9 * * mon'],
    ['monthly 1 09:00', '0 9 1 * *'],
    ['"0 8 * * *"', '0 8 * * *'],
    ['0 8 * JAN sun', '0 8 * jan sun'],
  ])('reads %s', (line, cron) => {
    expect(scheduleOf(line).cron).toBe(cron);
  });

  it('leaves the words after the schedule to the caller', () => {
    expect(parseSchedule('daily 08:00 Asia/Almaty')).toMatchObject({ rest: ['Asia/Almaty'] });
    expect(parseSchedule('"0 8 * * *" Asia/Almaty')).toMatchObject({ rest: ['Asia/Almaty'] });
  });

  it.each([
    ['sometimes', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
    ['daily', { kind: 'bad-time', text: '' }],
    ['daily 24:00', { kind: 'bad-time', text: '24:00' }],
    ['daily 08:60', { kind: 'bad-time', text: '08:60' }],
    ['weekly someday 08:00', { kind: 'bad-field', field: 'weekday', text: 'someday' }],
    ['monthly 32 08:00', { kind: 'bad-field', field: 'day', text: '32' }],
    ['60 8 * * *', { kind: 'bad-field', field: 'minute', text: '60' }],
    ['0 9-8 * * *', { kind: 'bad-field', field: 'hour', text: '9-8' }],
    ['0 8/2 * * *', { kind: 'bad-field', field: 'hour', text: '8/2' }],
    ['0/0 8 * * *', { kind: 'bad-field', field: 'minute', text: '0/0' }],
    ['0 8 30 2 *', { kind: 'never' }],
    ['*/10 * * * *', { kind: 'too-often' }],
    ['0,50 0,23 * * *', { kind: 'too-often' }],
  ])('refuses "%s" and says why', (line, problem) => {
    expect(problemOf(line)).toEqual(problem);
  });

  it('allows fifteen minutes, and close times on either side of a midnight that never follow one another', () => {
    expect(problemOf('*/15 * * * *')).toBeNull();
    expect(problemOf('0,50 0,23 * * 1')).toBeNull();
  });

  it('joins day of month and day of week as cron does: either is enough when both are restricted', () => {
    const either = scheduleOf('0 8 13 * 5');
    const both = scheduleOf('0 8 */2 * 5');

    expect(['2026-02-13', '2026-02-20', '2026-07-13'].every((day) => matchesDay(either, day))).toBe(true);
    expect(matchesDay(either, '2026-07-14')).toBe(false);
    expect(matchesDay(both, '2026-02-13')).toBe(true);
    expect(matchesDay(both, '2026-02-20')).toBe(false);
  });

  it('reads Sunday as 0, as 7 and at the end of a range', () => {
    expect(scheduleOf('0 8 * * 7').weekdays).toEqual([0]);
    expect(scheduleOf('0 8 * * fri-sun').weekdays).toEqual([0, 5, 6]);
    expect(scheduleOf('0 8 * * 5-7').weekdays).toEqual([0, 5, 6]);
  });

  it.each([
    ['daily 08:00', { kind: 'daily', times: ['08:00'] }],
    ['0 8,18 * * *', { kind: 'daily', times: ['08:00', '18:00'] }],
    ['0 8 * * 1-5', { kind: 'weekdays', times: ['08:00'] }],
    ['weekly thu 9:05', { kind: 'weekly', times: ['09:05'], weekdays: [4] }],
    ['monthly 15 09:00', { kind: 'monthly', times: ['09:00'], days: [15] }],
    ['0 8 13 * 5', { kind: 'cron', cron: '0 8 13 * 5' }],
    ['*/30 * * * *', { kind: 'cron', cron: '*/30 * * * *' }],
  ])('knows what "%s" is in a person’s eyes', (line, shape) => {
    expect(scheduleShape(scheduleOf(line))).toEqual(shape);
  });
});

describe('due times', () => {
  it('follows the zone across the spring change', () => {
    const times = dueBetween(scheduleOf('daily 08:00'), 'Europe/Berlin', '2026-03-28', '2026-03-31');

    expect(times).toEqual([
      '2026-03-28T07:00:00.000Z',
      '2026-03-29T06:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
    ]);
  });

  it('moves a time inside the spring gap to the first valid minute, once', () => {
    const schedule = scheduleOf('0,30 2 * * *');

    const times = dueBetween(schedule, 'Europe/Berlin', '2026-03-28T22:00Z', '2026-03-29T22:00Z');

    expect(times).toEqual(['2026-03-29T01:00:00.000Z']);
  });

  it('moves a midnight that the spring change leaves out', () => {
    const times = dueBetween(
      scheduleOf('daily 00:00'),
      'Asia/Beirut',
      '2026-03-28T20:00Z',
      '2026-03-29T20:00Z',
    );

    expect(times).toEqual(['2026-03-28T22:00:00.000Z']);
  });

  it('runs a repeated autumn time once, in its first pass', () => {
    const times = dueBetween(
      scheduleOf('daily 02:30'),
      'Europe/Berlin',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
    );

    expect(times).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  it('knows half-hour changes', () => {
    const times = dueBetween(
      scheduleOf('daily 01:45'),
      'Australia/Lord_Howe',
      '2026-04-04T13:00Z',
      '2026-04-05T13:00Z',
    );

    expect(times).toEqual(['2026-04-04T14:45:00.000Z']);
  });

  it('waits for 29 February', () => {
    expect(iso(nextDueAt(scheduleOf('0 8 29 2 *'), 'UTC', Date.parse('2026-01-01')))).toBe(
      '2028-02-29T08:00:00.000Z',
    );
    expect(iso(latestDueAt(scheduleOf('0 8 29 2 *'), 'UTC', Date.parse('2026-01-01')))).toBe(
      '2024-02-29T08:00:00.000Z',
    );
  });

  it('counts a due time as the latest at its own instant, and as past for the next', () => {
    const schedule = scheduleOf('daily 08:00');
    const dueAt = Date.parse('2026-02-10T03:00:00Z');

    expect(latestDueAt(schedule, 'Asia/Almaty', dueAt)).toBe(dueAt);
    expect(latestDueAt(schedule, 'Asia/Almaty', dueAt - 1)).toBe(dueAt - 86_400_000);
    expect(nextDueAt(schedule, 'Asia/Almaty', dueAt)).toBe(dueAt + 86_400_000);
  });

  it('fires a daily time exactly once every local day, in any zone and any year', () => {
    const zone = fc.constantFrom(...ZONES);
    const start = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2032, 0, 1) });
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

    fc.assert(
      fc.property(zone, start, minute, (zone, start, minute) => {
        const schedule = scheduleOf(`${minute % 60} ${Math.floor(minute / 60)} * * *`);
        let at = nextDueAt(schedule, zone, start);
        for (let step = 0; step < 40; step += 1) {
          const next = nextDueAt(schedule, zone, at);
          const between = dayOf(next, zone) === nextExistingDay(dayOf(at, zone), zone);
          expect(between, `${zone} ${iso(at)} → ${iso(next)}`).toBe(true);
          at = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with itself looking back: the latest at any instant is the one before the next', () => {
    const zone = fc.constantFrom(...ZONES);
    const at = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2032, 0, 1) });
    const line = fc.constantFrom(
      '*/15 * * * *',
      '30 0,2,23 * * *',
      '0 9 1,15 * fri',
      '0 0 29 2 *',
      'weekdays 02:30',
    );

    fc.assert(
      fc.property(zone, at, line, (zone, at, line) => {
        const schedule = scheduleOf(line);
        const latest = latestDueAt(schedule, zone, at);
        const next = nextDueAt(schedule, zone, at);
        expect(latest).toBeLessThanOrEqual(at);
        expect(next).toBeGreaterThan(at);
        expect(nextDueAt(schedule, zone, latest)).toBe(next);
        expect(latestDueAt(schedule, zone, next - 1)).toBe(latest);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['daily 08:00', '0 8 29 2 *', '*/15 * * * *'])(
    'finds the next of "%s" in less than a millisecond',
    (line) => {
      const schedule = scheduleOf(line);

      const tookMs = Array.from({ length: 101 }, (_, round) => {
        const startedAt = performance.now();
        nextDueAt(schedule, 'Europe/Berlin', Date.UTC(2025, 0, 1) + round * 86_400_000);
        return performance.now() - startedAt;
      });

      expect(tookMs.toSorted((a, b) => a - b)[50]).toBeLessThan(1);
    },
  );
});

describe('finding a zone', () => {
  it.each([
    ['Asia/Almaty', 'Asia/Almaty'],
    ['asia/karachi', 'Asia/Karachi'],
    ['almaty', 'Asia/Almaty'],
    ['New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['Atlantis', null],
    ['Asia/Atlantis', null],
    ['+05:00', null],
  ])('reads %s as %s', (text, zone) => {
    expect(findZone(text)).toBe(zone);
  });
});

/** The day after, or the one after that where the zone left a day out. */
function nextExistingDay(day: string, zone: string): string {
  const next = addDays(day, 1);
  return zone === 'Pacific/Apia' && next === '2011-12-30' ? '2011-12-31' : next;
}
