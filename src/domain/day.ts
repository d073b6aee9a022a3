import { byZone } from './by-zone.ts';
import type { Instant } from './identity.ts';

/** A calendar day `YYYY-MM-DD`, in the proleptic Gregorian calendar, without a zone. */
export type Day = string;

export type Precision = 'day' | 'month' | 'year';

/**
 * A dated stretch of time. `fromDay` and `toDay` are inclusive; `precision` says how much of them was told:
 * a month-precise span runs from the first to the last day of that month.
 */
export interface DaySpan {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly precision: Precision;
}

const MS_PER_DAY = 86_400_000;

export function dayOf(at: Instant, zone = 'UTC'): Day {
  return dayReader(zone)(at);
}

/** `dayOf` for one zone. */
export function dayReader(zone = 'UTC'): (at: Instant) => Day {
  return readerOfZone(zone);
}

const readerOfZone = byZone((zone) => {
  if (zone === 'UTC') return (at: Instant) => new Date(at).toISOString().slice(0, 10);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  return (at: Instant) => format.format(at);
});

export function startOfDay(day: Day): Instant {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDay(day) + days * MS_PER_DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / MS_PER_DAY);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(startOfDay(day)).getUTCDay();
}

/** Does the calendar have this day? Rejects 30 February. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOfDay(text)) && dayOf(startOfDay(text)) === text
  );
}

/** Reads `2025`, `2025-09` or `2025-09-08`; null for anything else. */
export function spanOf(date: string): DaySpan | null {
  if (/^\d{4}$/.test(date)) return { fromDay: `${date}-01-01`, toDay: `${date}-12-31`, precision: 'year' };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(date)) {
    return { fromDay: `${date}-01`, toDay: lastDayOfMonth(date), precision: 'month' };
  }
  return isDay(date) ? { fromDay: date, toDay: date, precision: 'day' } : null;
}

/** The shortest ISO form of a day at a precision: `2025-09-08`, `2025-09` or `2025`. */
export function isoAtPrecision(day: Day, precision: Precision): string {
  if (precision === 'day') return day;
  return precision === 'month' ? day.slice(0, 7) : day.slice(0, 4);
}

export function spansOverlap(a: DaySpan, b: DaySpan): boolean {
  return a.fromDay <= b.toDay && b.fromDay <= a.toDay;
}

function lastDayOfMonth(month: string): Day {
  const year = Number(month.slice(0, 4));
  const next = new Date(Date.UTC(year, Number(month.slice(5, 7)), 1)).getTime();
  return dayOf(next - MS_PER_DAY);
}
