import { STEP_GAP_DAYS } from '../domain/agreement-steps.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Observation } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';
import { reachOf } from './group-observations.ts';
import { gapDaysOf } from './merge-events.ts';

/** Days beyond the reach that are read along with it, so that a chain is seldom read twice. */
const MARGIN_DAYS = 30;

interface Reach {
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** Observations of a key in every happening that the given ones may belong to: those that chains join to them. */
export async function observationsInReach(
  key: string,
  near: readonly Observation[],
  store: Store,
): Promise<readonly Observation[]> {
  const [first] = near;
  if (first === undefined) return [];
  const gapDays = first.about === 'agreement' ? STEP_GAP_DAYS : gapDaysOf(first);
  for (let marginDays = MARGIN_DAYS; ; marginDays *= 2) {
    const window = reachOf(near, marginDays) as Reach;
    const found = await store.ledger.observationsNear(key, window.fromDay, window.toDay);
    const reach = chainedReach(near, found, gapDays);
    if (window.fromDay <= reach.fromDay && reach.toDay <= window.toDay)
      return found.filter((each) => isWithin(each, reach));
  }
}

/** `found` is in the order of first days, so that one pass up and one down follow most chains to their ends. */
function chainedReach(near: readonly Observation[], found: readonly Observation[], gapDays: number): Reach {
  const down = found.toReversed();
  let reach = reachOf(near, gapDays) as Reach;
  for (;;) {
    const wider = [...found, ...down].reduce((sofar, each) => widened(sofar, each, gapDays), reach);
    if (wider === reach) return reach;
    reach = wider;
  }
}

function widened(reach: Reach, observation: Observation, gapDays: number): Reach {
  if (!isWithin(observation, reach)) return reach;
  const fromDay = addDays(observation.fromDay, -gapDays);
  const toDay = addDays(observation.toDay, gapDays);
  if (fromDay >= reach.fromDay && toDay <= reach.toDay) return reach;
  return {
    fromDay: fromDay < reach.fromDay ? fromDay : reach.fromDay,
    toDay: toDay > reach.toDay ? toDay : reach.toDay,
  };
}

function isWithin({ fromDay, toDay }: Observation, reach: Reach): boolean {
  return fromDay <= reach.toDay && toDay >= reach.fromDay;
}
