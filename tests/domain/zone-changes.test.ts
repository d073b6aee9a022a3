import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, startOfDay } from '../../src/domain/day.ts';
import { latestDueAt, nextDueAt, type Schedule } from '../../src/domain/schedule.ts';
import { scheduleOf } from '../fixtures/a-schedule.ts';
import { type ZoneChange, zoneGroups } from '../fixtures/zone-changes.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const SEED = 20_260_204;

const GROUPS = zoneGroups(Date.UTC(2024, 0, 1), Date.UTC(2028, 0, 1));
const CHANGES = GROUPS.flatMap(({ zones, changes }) => changes.map((change) => ({ zones, change })));

const anyMinute = fc.integer({ min: 0, max: DAY_MINUTES - 1 });

describe('the changes of all clocks, 2024 to 2027', () => {
  it('are known: every zone of IANA, with its changes', () => {
    const zones = GROUPS.flatMap((group) => group.zones);

    expect(zones.toSorted()).toEqual(Intl.supportedValuesOf('timeZone').toSorted());
    expect(CHANGES.length).toBeGreaterThan(200);
  });

  it('move a daily digest to no other instant than the first that shows its time or a later one, in any zone', () => {
    for (const { zones, change } of CHANGES) {
      const runs = { numRuns: Math.max(zones.length, 3), seed: SEED };
      let turn = 0;
      const property = fc.property(fc.oneof(anyMinute, minutesNear(change)), (minute) => {
        const zone = zones[turn++ % zones.length] ?? '';
        expectAround(change, dailyAt(minute), { zone, minutes: [minute] });
      });
      fc.assert(property, runs);
    }
  });

  it('let several times of a day each come once, those within a gap together', () => {
    for (const { zones, change } of CHANGES) {
      const minutes = fc.uniqueArray(fc.oneof(anyMinute, minutesNear(change)), {
        minLength: 2,
        maxLength: 4,
      });
      const property = fc.property(minutes, (minutes) => {
        const sorted = minutes.toSorted((a, b) => a - b);
        const schedule = { ...dailyAt(0), minutesOfDay: sorted };
        expectAround(change, schedule, { zone: zones[0] ?? '', minutes: sorted });
      });
      fc.assert(property, { numRuns: 3, seed: SEED });
    }
  });

  it('do not exist in zones whose clocks never change', () => {
    const steady = GROUPS.filter(({ changes }) => changes.length === 0).flatMap(({ zones }) => zones);
    const anyDay = fc.integer({ min: 0, max: 1_460 }).map((days) => addDays('2024-01-01', days));

    expect(steady.length).toBeGreaterThan(200);
    for (const zone of steady) {
      const [[minute = 0, day = ''] = []] = fc.sample(fc.tuple(anyMinute, anyDay), {
        numRuns: 1,
        seed: SEED,
      });
      const at = nextDueAt(dailyAt(minute), zone, startOfDay(day));
      expect(nextDueAt(dailyAt(minute), zone, at), zone).toBe(at + DAY_MINUTES * MINUTE_MS);
    }
  });
});

describe('a daily digest on the day of a change', () => {
  it.each([
    ['two hours at once', 'Antarctica/Troll', '02:30', '2026-03-29T01:00Z', '2026-10-25T00:30Z'],
    ['half an hour', 'Australia/Lord_Howe', '02:15', '2026-10-03T15:30Z', '2026-04-04T15:45Z'],
    ['before and after Ramadan', 'Africa/Casablanca', '02:30', '2026-03-22T02:00Z', '2026-02-15T01:30Z'],
    ['at midnight', 'Africa/Cairo', '00:00', '2026-04-23T22:00Z', '2026-10-28T21:00Z'],
    ['at midnight, to the day before', 'Asia/Beirut', '23:30', '2026-03-28T21:30Z', '2026-10-24T20:30Z'],
    ['at midnight', 'America/Havana', '00:30', '2026-03-08T05:00Z', '2026-11-01T04:30Z'],
    ['at midnight', 'America/Santiago', '00:15', '2026-09-06T04:00Z', '2026-04-05T04:15Z'],
    ['at midnight', 'Atlantic/Azores', '00:00', '2026-03-29T01:00Z', '2026-10-25T00:00Z'],
    ['at two', 'Asia/Gaza', '02:10', '2026-03-28T00:00Z', '2026-10-24T00:10Z'],
  ])('comes once when the clock changes %s: %s, %s', (_how, zone, time, spring, autumn) => {
    for (const change of [spring, autumn].map((iso) => Date.parse(iso))) {
      const before = nextDueAt(scheduleOf(`daily ${time}`), zone, change - 40 * 60 * MINUTE_MS);
      const schedule = scheduleOf(`daily ${time}`);
      const days = fires(schedule, zone, change - 40 * 60 * MINUTE_MS, 4).map((at) => dayOf(at, zone));

      expect(fires(schedule, zone, before - 1, 4)).toContain(change);
      expect(days).toEqual([0, 1, 2, 3].map((later) => addDays(dayOf(before, zone), later)));
    }
  });

  it('comes at the following midnight where the last hour of the day is left out', () => {
    const times = fires(scheduleOf('daily 23:30'), 'America/Nuuk', Date.parse('2026-03-28T12:00Z'), 2);

    expect(times).toEqual([Date.parse('2026-03-29T01:00Z'), Date.parse('2026-03-30T00:30Z')]);
  });
});

interface Daily {
  readonly zone: string;
  /** After midnight, sorted. */
  readonly minutes: readonly number[];
}

/** Due times by the schedule, looking forward and looking back, against the wall clock walked minute by minute. */
function expectAround(change: ZoneChange, schedule: Schedule, { zone, minutes }: Daily): void {
  const fromAt = change.at - 2 * DAY_MINUTES * MINUTE_MS;
  const expected = firstInstants(change, minutes).filter((at) => at > fromAt);
  const found = fires(schedule, zone, fromAt, expected.length);
  const label = `${zone} ${new Date(change.at).toISOString()} ${minutes.join()}`;

  expect(found, label).toEqual(expected);
  for (const [place, at] of found.entries()) {
    expect(latestDueAt(schedule, zone, at), label).toBe(at);
    const earlier = found[place - 1];
    if (earlier !== undefined) expect(latestDueAt(schedule, zone, at - 1), label).toBe(earlier);
  }
}

/** For each local day around the change, the first instants at which the wall clock shows the minutes or later ones. */
function firstInstants(
  { at: changeAt, beforeMinutes, afterMinutes }: ZoneChange,
  minutes: readonly number[],
) {
  const wallOf = (at: number) => at + (at < changeAt ? beforeMinutes : afterMinutes) * MINUTE_MS;
  const firstDay = dayOf(wallOf(changeAt) - 3 * DAY_MINUTES * MINUTE_MS);
  const wanted = [0, 1, 2, 3, 4].flatMap((later) =>
    minutes.map((minute) => startOfDay(addDays(firstDay, later)) + minute * MINUTE_MS),
  );
  const found = new Set<number>();
  let at = changeAt - 6 * DAY_MINUTES * MINUTE_MS;
  for (const wall of wanted) {
    at = Math.min(at, changeAt);
    while (wallOf(at) < wall) at += MINUTE_MS;
    found.add(at);
  }
  return [...found];
}

function fires(schedule: Schedule, zone: string, after: number, count: number): number[] {
  const times: number[] = [];
  while (times.length < count) times.push(nextDueAt(schedule, zone, times.at(-1) ?? after));
  return times;
}

function dailyAt(minute: number): Schedule {
  return scheduleOf(`${minute % 60} ${Math.floor(minute / 60)} * * *`);
}

/** Those at the edges of what the change leaves out or repeats, on its own day and around midnight. */
function minutesNear({ at, beforeMinutes, afterMinutes }: ZoneChange): fc.Arbitrary<number> {
  const shown = [beforeMinutes, afterMinutes].map((offset) => at / MINUTE_MS + offset);
  const [from = 0, to = 0] = shown.toSorted((a, b) => a - b);
  const middle = Math.floor((from + to) / 2);
  const edges = [from - 1, from, from + 1, middle, to - 1, to, to + 1, 0, 1, -1];
  return fc.constantFrom(...edges.map((minute) => ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES));
}
