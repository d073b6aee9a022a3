import type { Instant } from '../domain/identity.ts';
import type { Channel } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import type { JobPorts } from './job-ports.ts';

/** Longer than anything takes to be composed: who has not ended by then has died, or must not go on. */
const TURN_MS = 5 * 60_000;

export interface Turn {
  /** To be asked within the transaction that stores what was composed. */
  isOurs(store: Pick<Store, 'leases'>): Promise<boolean>;
}

/**
 * Alerts and digests of one channel are composed one at a time, whichever process does it, so that each knows what the
 * others have told. When it is another's turn nothing is done: what is awaited is looked at again with the next beat.
 */
export async function inTurn(
  channel: Channel,
  { store, clock }: Pick<JobPorts, 'store' | 'clock'>,
  work: (turn: Turn) => Promise<void>,
): Promise<void> {
  const name = `channel ${placeOf(channel)}`;
  const holder = crypto.randomUUID();
  const endsAt: Instant = clock.now() + TURN_MS;
  if (!(await store.leases.hold(name, holder, clock.now(), endsAt))) return;
  try {
    await work({
      isOurs: async ({ leases }) =>
        clock.now() < endsAt && (await leases.hold(name, holder, clock.now(), endsAt)),
    });
  } finally {
    await store.leases.release(name, holder);
  }
}

/** One word for a channel of a platform. */
export function placeOf({ platform, id }: Channel): string {
  return `${platform} ${id}`;
}
