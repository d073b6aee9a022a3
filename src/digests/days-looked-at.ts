import { type DaySpan, dayOf } from '../domain/day.ts';
import type { EditionRequest } from './edition-request.ts';

/** The local days in which something must have happened to be news for this digest. */
export function daysLookedAt({ lookFromAt, period }: EditionRequest): DaySpan {
  return {
    fromDay: dayOf(lookFromAt, period.zone),
    toDay: dayOf(period.toAt - 1, period.zone),
    precision: 'day',
  };
}
