import type { Instant } from '../../../../src/domain/identity.ts';
import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import type { Patience } from '../patience.ts';

export interface ShardLeasesParts extends Pick<PlatformParts, 'leases' | 'processId' | 'clock'> {
  readonly shardCount: number;
  readonly patience: Pick<Patience, 'leaseMs'>;
}

/** Which shards this process may connect: every shard is one process's at a time. */
export interface ShardLeases {
  /** Keeps those that are held, and takes one more where one is free: processes that start together share them. */
  renew(): Promise<void>;
  /** Also false once the lease has run out unnoticed, as in a process that stood still. */
  isHeld(shard: number): boolean;
  held(): readonly number[];
  release(): Promise<void>;
}

export function createShardLeases(parts: ShardLeasesParts): ShardLeases {
  const { leases, processId, clock, shardCount, patience } = parts;
  const untilByShard = new Map<number, Instant>();
  const nameOf = (shard: number) => `discord shard ${shard + 1}/${shardCount}`;
  const isHeld = (shard: number) => clock.now() < (untilByShard.get(shard) ?? 0);

  async function hold(shard: number): Promise<boolean> {
    const now = clock.now();
    const until = now + patience.leaseMs;
    const isOurs = await leases.hold(nameOf(shard), processId, now, until);
    if (isOurs) untilByShard.set(shard, until);
    else untilByShard.delete(shard);
    return isOurs;
  }

  return {
    isHeld,
    held: () => [...untilByShard.keys()].filter(isHeld),
    async renew() {
      for (const shard of [...untilByShard.keys()]) await hold(shard);
      for (let shard = 0; shard < shardCount; shard += 1) {
        if (!untilByShard.has(shard) && (await hold(shard))) return;
      }
    },
    async release() {
      const shards = [...untilByShard.keys()];
      untilByShard.clear();
      for (const shard of shards) await leases.release(nameOf(shard), processId);
    },
  };
}
