import { type Day, daysBetween } from './day.ts';

/** A week without an article is nothing to speak of for anybody. */
const SHORTEST_DAYS = 7;
/** Two days of one visit are no rhythm. */
const FEWEST_DAYS = 5;
/** A dozen rows are looked at together, so one of them is silent by chance now and then. */
const SMALL_CHANCE = 0.01;

/** A silence, and the rhythm that does not explain it. */
export interface UnusualSilence {
  readonly lastDay: Day;
  readonly everyDays: number;
}

/**
 * Whether the silence from the last of `days` until `today` is longer than the rhythm before it explains; null when it is
 * not. Articles come in bursts, ten on the day of a visit, so days are counted and not articles. Were the days those of a
 * Poisson process whose n gaps sum to s, the next gap would exceed d with probability (s / (s + d))^n, whatever its rate:
 * the ratio of an exponential to a gamma variable (Lomax 1954). The time from `fromDay` on, when somebody began to listen,
 * to the first of the days is a gap as well. `days` ascend without repetition.
 */
export function unusualSilence(
  days: readonly Day[],
  { fromDay, today }: { readonly fromDay: Day; readonly today: Day },
): UnusualSilence | null {
  const [firstDay] = days;
  const lastDay = days.at(-1);
  if (firstDay === undefined || lastDay === undefined || days.length < FEWEST_DAYS) return null;
  const silentDays = daysBetween(lastDay, today);
  if (silentDays < SHORTEST_DAYS) return null;
  const isHeardFromStart = firstDay <= fromDay;
  const gaps = isHeardFromStart ? days.length - 1 : days.length;
  const spreadDays = daysBetween(isHeardFromStart ? firstDay : fromDay, lastDay);
  const chance = (spreadDays / (spreadDays + silentDays)) ** gaps;
  return chance < SMALL_CHANCE ? { lastDay, everyDays: spreadDays / gaps } : null;
}
