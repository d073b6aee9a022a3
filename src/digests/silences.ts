import { dayOf } from '../domain/day.ts';
import type { SilenceTold } from '../domain/edition-plan.ts';
import type { Material, Section } from './edition-request.ts';
import { isParticular } from './is-wanted.ts';
import { silenceKey } from './told-keys.ts';

/** Who has gone quiet, told once; on request only what began within the period. */
export function silences({ request, snapshot, told }: Material): Section<SilenceTold> {
  const { due, period, interest } = request;
  const fromDay = dayOf(period.fromAt, period.zone);
  const rows = snapshot.silences.filter(
    (silence) =>
      !isParticular(interest) &&
      !told.has(silenceKey(silence)) &&
      (due !== null || silence.lastDay >= fromDay),
  );
  return { rows, told: rows.map(silenceKey) };
}
