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
  const upAndDown = [...found, ...found.toReversed()];
  let told = reachOf(near, 0) as Reach;
  let reach = reachOf(near, gapDays) as Reach;
  for (let isWider = true; isWider; ) {
    isWider = false;
    for (const each of upAndDown) {
      if (!isWithin(each, reach) || (told.fromDay <= each.fromDay && each.toDay <= told.toDay)) continue;
      told = {
        fromDay: each.fromDay < told.fromDay ? each.fromDay : told.fromDay,
        toDay: each.toDay > told.toDay ? each.toDay : told.toDay,
      };
      reach = { fromDay: addDays(told.fromDay, -gapDays), toDay: addDays(told.toDay, gapDays) };
      isWider = true;
    }
  }
  return reach;
}

function isWithin({ fromDay, toDay }: Reach, reach: Reach): boolean {
  return fromDay <= reach.toDay && toDay >= reach.fromDay;
}
