import { addDays, dayOf } from './day.ts';
import type { Instant } from './identity.ts';
import type { QuietHours } from './subscription.ts';
import { zoneClock } from './zone-clock.ts';

/** When the quiet hours end that an instant falls into, by the clock of the zone; null outside of them. */
export function quietUntil(
  { fromMinute, toMinute }: Pick<QuietHours, 'fromMinute' | 'toMinute'>,
  zone: string,
  at: Instant,
): Instant | null {
  const clockOn = zoneClock(zone);
  const today = dayOf(at, zone);
  for (const day of [addDays(today, -1), today]) {
    const lastDay = toMinute > fromMinute ? day : addDays(day, 1);
    const beginsAt = clockOn(day).instantOf(fromMinute);
    const endsAt = clockOn(lastDay).instantOf(toMinute);
    if (beginsAt <= at && at < endsAt) return endsAt;
  }
  return null;
}

/** Reads `22:00-07:00`; null for anything else, and for a span that is empty. */
export function parseQuietHours(text: string): Pick<QuietHours, 'fromMinute' | 'toMinute'> | null {
  const [, ...parts] = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  if (parts.length === 0) return null;
  const [fromHour = 0, from = 0, toHour = 0, to = 0] = parts.map((part) => Number(part ?? 0));
  if (Math.max(fromHour, toHour) > 23 || Math.max(from, to) > 59) return null;
  const hours = { fromMinute: fromHour * 60 + from, toMinute: toHour * 60 + to };
  return hours.fromMinute === hours.toMinute ? null : hours;
}
