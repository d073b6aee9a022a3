import { byZone } from './by-zone.ts';
import type { Day } from './day.ts';
import { addDays, startOfDay } from './day.ts';
import type { Instant } from './identity.ts';

/** The clock of one zone on one local day. */
export interface ZoneDay {
  /** False for a day that the zone left out, as Samoa did with 2011-12-30. */
  readonly exists: boolean;
  /**
   * The first instant at which the clock shows this minute of the day or a later one: a minute inside a spring gap
   * becomes the first valid one after it, a minute that an autumn change repeats means its first pass.
   */
  instantOf(minuteOfDay: number): Instant;
}

type OffsetAt = (at: Instant) => number;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** Further from UTC than any zone is. */
const WIDEST_OFFSET_MS = 16 * 60 * MS_PER_MINUTE;

/** Answers for any day of a zone. */
export function zoneClock(zone: string): (day: Day) => ZoneDay {
  const offsetAt = offsetsOf(zone);
  return (day) => {
    const midnight = startOfDay(day);
    const firstInstantOf = changeAround(midnight, offsetAt);
    return {
      exists: firstInstantOf(midnight) < firstInstantOf(startOfDay(addDays(day, 1))),
      instantOf: (minuteOfDay) => firstInstantOf(midnight + minuteOfDay * MS_PER_MINUTE),
    };
  };
}

/** An IANA zone by its name in any case, or by its city alone ("almaty"); null when there is none. */
export function findZone(text: string): string | null {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  if (wanted === 'utc' || wanted === 'gmt') return 'UTC';
  const zones = Intl.supportedValuesOf('timeZone');
  const named = zones.find((zone) => zone.toLowerCase() === wanted);
  if (named !== undefined) return named;
  const byCity = zones.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  return byCity.length === 1 ? (byCity[0] ?? null) : aliasOf(wanted);
}

/** Older and newer names that Intl reads but does not list: `Asia/Kolkata`, `Europe/Kyiv`. */
function aliasOf(wanted: string): string | null {
  if (!wanted.includes('/')) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * Local times (as if they were UTC) of the day at `midnight` → first instants. Two changes of one zone are never
 * within the three days looked at, so at most one is searched for.
 */
function changeAround(midnight: number, offsetAt: OffsetAt): (local: number) => Instant {
  const startAt = midnight - WIDEST_OFFSET_MS;
  const endAt = midnight + MS_PER_DAY + WIDEST_OFFSET_MS;
  const before = offsetAt(startAt);
  const after = offsetAt(endAt);
  if (before === after) return (local) => local - before;
  const changeAt = changeBetween(startAt, endAt, offsetAt);
  return (local) => (local - before < changeAt ? local - before : Math.max(changeAt, local - after));
}

function changeBetween(startAt: Instant, endAt: Instant, offsetAt: OffsetAt): Instant {
  const before = offsetAt(startAt);
  let low = startAt;
  let high = endAt;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

const offsetsOf = byZone((zone): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const wholeSecond = Math.floor(at / 1000) * 1000;
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = format
      .format(wholeSecond)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond;
  };
});
