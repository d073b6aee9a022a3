import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import { createUnderWay } from '../under-way.ts';
import { createGateway, type Gateway, type GatewayParts } from './create-gateway.ts';
import { createShardLeases } from './shard-leases.ts';
import { shardsHealth } from './shards-health.ts';

export interface ShardsParts
  extends Omit<GatewayParts, 'shard'>,
    Pick<PlatformParts, 'leases' | 'processId'> {
  readonly shardCount: number;
}

/**
 * The connections of the shards that this process holds: opened when it takes one, closed when it has lost one. What
 * arrives for a shard whose lease has run out is another process's to answer.
 */
export function createShards(parts: ShardsParts): Gateway {
  const { clock, logger, patience, shardCount } = parts;
  const leases = createShardLeases(parts);
  const closing = createUnderWay();
  const gateways = new Map<number, Gateway>();
  let ended = Promise.withResolvers<void>();
  let isOpen = false;
  let isKnown = false;
  let renewing: Promise<void> | null = null;
  let keeping: Promise<void> = Promise.resolve();
  let since = clock.now();

  function gatewayOf(shard: number): Gateway {
    const guarded = <Given extends readonly unknown[]>(heed: (...given: Given) => void) => {
      return (...given: Given) => {
        if (leases.isHeld(shard)) heed(...given);
        else logger.warn('discord shard not held', { shard });
      };
    };
    return createGateway({
      ...parts,
      shard: { id: shard, count: shardCount },
      onInteraction: guarded(parts.onInteraction),
      onMessage: guarded(parts.onMessage),
    });
  }

  /** A database that hangs holds up neither the start nor the loss of a shard. */
  async function renew(): Promise<void> {
    renewing ??= leases
      .renew()
      .then(() => {
        isKnown = true;
      })
      .catch((error: unknown) => logger.warn('discord shards not renewed', { reason: String(error) }))
      .finally(() => {
        renewing = null;
      });
    await Promise.race([renewing, clock.wait(patience.renewMs)]);
  }

  /** Connects what is held and nothing else; resolves when what is new is connected. */
  async function follow(): Promise<void> {
    for (const [shard, gateway] of [...gateways]) if (!leases.isHeld(shard)) drop(shard, gateway);
    const taken = leases.held().filter((shard) => !gateways.has(shard));
    await Promise.all(taken.map(connect));
  }

  function drop(shard: number, gateway: Gateway): void {
    logger.warn('discord shard lost', { shard, shards: shardCount });
    gateways.delete(shard);
    if (gateways.size === 0) since = clock.now();
    closing.add(gateway.close());
  }

  function connect(shard: number): Promise<void> {
    const gateway = gatewayOf(shard);
    gateways.set(shard, gateway);
    logger.info('discord shard held', { shard, shards: shardCount });
    return gateway.open();
  }

  async function keep(): Promise<void> {
    const { promise } = ended;
    while (isOpen) {
      await Promise.race([clock.wait(patience.renewMs), promise]);
      if (!isOpen) return;
      await renew();
      if (isOpen) follow().catch((error: unknown) => logger.error('discord shard not connected', error));
    }
  }

  /** A renewal that is under way would take the leases again. */
  async function giveUp(): Promise<void> {
    await renewing;
    await leases
      .release()
      .catch((error: unknown) => logger.warn('discord shards not released', { reason: String(error) }));
  }

  return {
    async open() {
      ended = Promise.withResolvers<void>();
      isOpen = true;
      gateways.clear();
      await renew();
      const connected = follow();
      keeping = keep();
      await connected;
    },
    async close() {
      isOpen = false;
      ended.resolve();
      await keeping;
      await Promise.all([...gateways.values()].map((gateway) => gateway.close()));
      await closing.settle(patience.stopMs);
      await Promise.race([giveUp(), clock.wait(patience.renewMs)]);
    },
    health() {
      const states = [...gateways.values()].map((gateway) => gateway.health());
      return shardsHealth({ states, isStandingBy: isOpen && isKnown, since });
    },
  };
}
