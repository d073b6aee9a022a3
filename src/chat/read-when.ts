import { addDays, type Day, type DaySpan, dayOf, isDay, spanOf } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import { zoneClock } from '../domain/zone-clock.ts';

export interface Today {
  readonly now: Instant;
  /** IANA zone in which days begin and end. */
  readonly zone: string;
}

type Unit = 'd' | 'w' | 'm' | 'y';

const AGO = /^(?<count>\d{1,4})(?<unit>[dwm])$|^(?<years>\d{1,3})y$/;

/** The first instant of what was named; null when it is no date. */
export function readSince(text: string, today: Today): Instant | null {
  const span = readSpan(text, today);
  return span && startsAt(span.fromDay, today.zone);
}

/** The first instant after what was named: `2025-04` means up to the end of April. */
export function readUntil(text: string, today: Today): Instant | null {
  const span = readSpan(text, today);
  return span && startsAt(addDays(span.toDay, 1), today.zone);
}

/** `2025`, `2025-04`, `2025-04-01`, `today`, `yesterday`, and so long ago: `30d`, `2w`, `6m`, `1y`. */
function readSpan(text: string, { now, zone }: Today): DaySpan | null {
  const wanted = text.trim().toLowerCase();
  const today = dayOf(now, zone);
  if (wanted === 'today') return spanOf(today);
  if (wanted === 'yesterday') return spanOf(addDays(today, -1));
  const { count, unit, years } = AGO.exec(wanted)?.groups ?? {};
  if (years !== undefined) return spanOf(daysAgo(today, Number(years), 'y'));
  if (count !== undefined) return spanOf(daysAgo(today, Number(count), unit as Unit));
  return spanOf(wanted);
}

function daysAgo(today: Day, count: number, unit: Unit): Day {
  if (unit === 'd') return addDays(today, -count);
  if (unit === 'w') return addDays(today, -7 * count);
  return monthsBefore(today, unit === 'm' ? count : 12 * count);
}

/** The same day of an earlier month, or that month's last day where it is shorter. */
function monthsBefore(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
  const sameDay = `${month}-${day.slice(8, 10)}`;
  return isDay(sameDay) ? sameDay : (spanOf(month)?.toDay ?? `${month}-28`);
}

function startsAt(day: Day, zone: string): Instant {
  return zoneClock(zone)(day).instantOf(0);
}
