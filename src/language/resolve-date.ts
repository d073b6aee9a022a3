import { addDays, type Day, type DaySpan, daysBetween, spanOf, weekdayOf } from '../domain/day.ts';
import type { DateExpression } from './date-expression.ts';

/** A day without a year lies at most this far ahead of the publication; what a sentence announces, half a year. */
const DAYS_AHEAD = 62;
const DAYS_AHEAD_ANNOUNCED = 183;
const MONTHS_AHEAD_ANNOUNCED = 6;
const MONTHS_IN_YEAR = 12;

/** The days that a date means, read on `anchorDay`, the day of publication; null when the calendar has no such day. */
export function resolveDate(expression: DateExpression, anchorDay: Day): DaySpan | null {
  const { day, month, weekday, year, toYear } = expression;
  if (day !== null && month !== null) return resolveDay(expression, anchorDay);
  if (weekday !== null) return resolveWeekday(expression, anchorDay);
  if (month !== null) return resolveMonth(expression, anchorDay);
  if (year !== null) return between(`${year}`, `${toYear ?? year}`);
  return expression.relative === null ? null : resolveRelative(expression.relative, anchorDay);
}

function resolveDay(expression: DateExpression, anchorDay: Day): DaySpan | null {
  const { day, toDay, month, weekday, isAhead } = expression;
  const inYear = (year: number): DaySpan | null =>
    between(isoOf(year, month, day), isoOf(year, month, toDay ?? day));
  const stated = statedYear(expression, anchorDay);
  if (stated !== null) return inYear(stated);
  const here = yearOf(anchorDay);
  const spans = [here + 1, here, here - 1, here - 2, here - 3, here - 4].flatMap(
    (year) => inYear(year) ?? [],
  );
  const limit = isAhead ? DAYS_AHEAD_ANNOUNCED : DAYS_AHEAD;
  const possible = spans.filter(({ fromDay }) => daysBetween(anchorDay, fromDay) <= limit);
  return (
    possible.find(({ fromDay }) => weekday === null || weekdayOf(fromDay) === weekday) ?? possible[0] ?? null
  );
}

/** The most recent one, the anchor's own day included, unless the words point elsewhere. */
function resolveWeekday({ weekday, direction, isAhead }: DateExpression, anchorDay: Day): DaySpan {
  const back = (weekdayOf(anchorDay) - (weekday ?? 0) + 7) % 7;
  const ahead = (7 - back) % 7;
  if (direction === 'past') return onDay(addDays(anchorDay, -(back === 0 ? 7 : back)));
  if (direction === 'future') return onDay(addDays(anchorDay, ahead === 0 ? 7 : ahead));
  return onDay(addDays(anchorDay, isAhead ? ahead : -back));
}

function resolveMonth(expression: DateExpression, anchorDay: Day): DaySpan | null {
  const { month, toMonth, direction, isAhead } = expression;
  const year = statedYear(expression, anchorDay) ?? yearOfMonth(month ?? 1, direction, isAhead, anchorDay);
  return between(isoOf(year, month), isoOf(year, toMonth ?? month));
}

function yearOfMonth(
  month: number,
  direction: DateExpression['direction'],
  isAhead: boolean,
  anchorDay: Day,
): number {
  const year = yearOf(anchorDay);
  const here = Number(anchorDay.slice(5, 7));
  if (direction === 'future') return month > here ? year : year + 1;
  if (direction === 'past') return month < here ? year : year - 1;
  const monthsAhead = (month - here + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
  const isToCome = isAhead && monthsAhead <= MONTHS_AHEAD_ANNOUNCED;
  if (isToCome) return month >= here ? year : year + 1;
  return month <= here ? year : year - 1;
}

function resolveRelative(
  { unit, shift }: NonNullable<DateExpression['relative']>,
  anchorDay: Day,
): DaySpan | null {
  if (unit === 'day') return onDay(addDays(anchorDay, shift));
  if (unit === 'year') return spanOf(`${yearOf(anchorDay) + shift}`);
  if (unit === 'month') return spanOf(shiftedMonth(anchorDay, shift));
  const monday = addDays(anchorDay, -((weekdayOf(anchorDay) + 6) % 7) + 7 * shift);
  return { fromDay: monday, toDay: addDays(monday, 6), precision: 'day' };
}

function shiftedMonth(anchorDay: Day, shift: number): string {
  const months = yearOf(anchorDay) * MONTHS_IN_YEAR + Number(anchorDay.slice(5, 7)) - 1 + shift;
  return isoOf(Math.floor(months / MONTHS_IN_YEAR), (months % MONTHS_IN_YEAR) + 1);
}

/** The year as written, or as told from the anchor: "October last year". */
function statedYear({ year, relative }: DateExpression, anchorDay: Day): number | null {
  if (year !== null) return year;
  return relative?.unit === 'year' ? yearOf(anchorDay) + relative.shift : null;
}

function between(from: string, to: string): DaySpan | null {
  const first = spanOf(from);
  const last = spanOf(to);
  return first === null || last === null ? null : { ...first, toDay: last.toDay };
}

function onDay(day: Day): DaySpan {
  return { fromDay: day, toDay: day, precision: 'day' };
}

function isoOf(year: number, ...parts: readonly (number | null)[]): string {
  return [String(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
