import type { Instant } from '../../../../src/domain/identity.ts';
import { words } from '../words.ts';
import type { GatewayState } from './create-gateway.ts';

export interface ShardsFacts {
  /** Of the shards that this process holds. */
  readonly states: readonly GatewayState[];
  /** Open, and other processes hold all shards. */
  readonly isStandingBy: boolean;
  /** Since when no shard is held. */
  readonly since: Instant;
}

/** One sentence for all shards of this process; whoever stands by is well. */
export function shardsHealth({ states, isStandingBy, since }: ShardsFacts): GatewayState {
  const [first] = states;
  if (first === undefined) {
    return isStandingBy
      ? { state: 'connected', since, detail: words.standsBy }
      : { state: 'down', since, detail: null };
  }
  const down = states.filter(({ state }) => state === 'down');
  if (down.length === 0 || down.length === states.length) return down[0] ?? first;
  const lastAt = Math.max(...states.map((each) => each.since));
  return { state: 'degraded', since: lastAt, detail: words.someDown(down.length, states.length) };
}
