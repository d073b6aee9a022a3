import { addDays, type Day } from '../domain/day.ts';
import type { Observation } from '../domain/ledger.ts';

/**
 * Observations of one key that tell of one happening: day-precise ones chain when no more than `gapDays` lie between
 * them; coarser ones join the only chain inside their month or year, else stand together by their own span. The result
 * depends on the set alone, not on its order.
 */
export function groupObservations<Kind extends Observation>(
  observations: readonly Kind[],
  gapDays: number,
): Kind[][] {
  const sorted = [...observations].sort(byDay);
  const chains = chain(
    sorted.filter(({ precision }) => precision === 'day'),
    gapDays,
  );
  const coarse = new Map<string, Kind[]>();
  for (const observation of sorted.filter(({ precision }) => precision !== 'day')) {
    const inside = chains.filter((members) =>
      members.some((member) => member.precision === 'day' && overlaps(member, observation)),
    );
    const [only] = inside;
    if (inside.length === 1 && only !== undefined) only.push(observation);
    else push(coarse, `${observation.fromDay}/${observation.toDay}`, observation);
  }
  return [...chains, ...coarse.values()];
}

/** The stretch of days that could hold happenings connected with these observations. */
export function reachOf(
  observations: readonly Observation[],
  gapDays: number,
): { fromDay: Day; toDay: Day } | null {
  const [first] = observations;
  if (first === undefined) return null;
  const { fromDay, toDay } = observations.reduce(
    (reach, each) => ({
      fromDay: each.fromDay < reach.fromDay ? each.fromDay : reach.fromDay,
      toDay: each.toDay > reach.toDay ? each.toDay : reach.toDay,
    }),
    { fromDay: first.fromDay, toDay: first.toDay },
  );
  return { fromDay: addDays(fromDay, -gapDays), toDay: addDays(toDay, gapDays) };
}

function chain<Kind extends Observation>(sorted: readonly Kind[], gapDays: number): Kind[][] {
  const chains: Kind[][] = [];
  let reach = '';
  for (const observation of sorted) {
    const current = chains.at(-1);
    if (current !== undefined && observation.fromDay <= reach) current.push(observation);
    else chains.push([observation]);
    const end = addDays(observation.toDay, gapDays);
    reach = current === undefined || chains.at(-1) !== current || end > reach ? end : reach;
  }
  return chains;
}

function overlaps(a: Observation, b: Observation): boolean {
  return a.fromDay <= b.toDay && b.fromDay <= a.toDay;
}

function push<Kind>(groups: Map<string, Kind[]>, key: string, member: Kind): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}

function byDay(a: Observation, b: Observation): number {
  return (
    inOrder(a.fromDay, b.fromDay) ||
    inOrder(a.toDay, b.toDay) ||
    inOrder(a.articleId, b.articleId) ||
    a.start - b.start
  );
}

/** Days and ids are plain ASCII, for which comparing by locale is slow and the same. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
