import { isDay } from '../domain/day.ts';
import { gapBefore, normAt, type PartialDate, type Reading } from './date-expression.ts';

const ISO_TIME = /^(\d{2})(?:t\d{2})?$/;

/** "2026-02-04", "2026-02-04T18:20", "04.02.2026", "4/2/2026" (day first). */
export function numericDateAt(reading: Reading, at: number): PartialDate | null {
  const first = normAt(reading, at);
  const gap = gapBefore(reading, at + 1);
  if (!/^\d{1,4}$/.test(first) || gap !== gapBefore(reading, at + 2)) return null;
  const second = normAt(reading, at + 1);
  const third = ISO_TIME.exec(normAt(reading, at + 2))?.[1] ?? normAt(reading, at + 2);
  if (gap === '-' && first.length === 4) return dated(first, second, third, at);
  return (gap === '.' || gap === '/') && third.length === 4 ? dated(third, second, first, at) : null;
}

function dated(year: string, month: string, day: string, at: number): PartialDate | null {
  if (!isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)) return null;
  return { parts: { year: Number(year), month: Number(month), day: Number(day) }, next: at + 3 };
}
