import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { MakeDatabase } from '../store.ts';
import { recordDelivery } from './record-delivery.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const LEASE_MS = 11;
const RETRY_AFTER_MS = 7;
const STEP_MS = 5;

/** The store beside what it should amount to: for every channel a plain queue of what waits. */
interface Play {
  readonly store: Store;
  readonly platform: string;
  readonly queues: ReadonlyMap<string, Waiting[]>;
  now: number;
}

interface Waiting {
  readonly delivery: Delivery;
  dueAt: number;
}

type Step = (play: Play, channelId: string) => Promise<void>;

const steps = {
  async record({ store, platform, queues, now }, channelId) {
    const delivery = await recordDelivery(store, { channel: { platform, id: channelId }, at: now });
    queues.get(channelId)?.push({ delivery, dueAt: now });
  },
  async take({ store, platform, queues, now }) {
    const due = firstsOf(queues).filter(({ dueAt }) => dueAt <= now);
    const taken = await store.deliveries.claimNext(now, now + LEASE_MS, [platform]);
    const own = due.find(({ delivery }) => delivery.id === taken?.delivery.id);
    expect([taken !== null, own !== undefined]).toEqual([due.length > 0, due.length > 0]);
    if (own) own.dueAt = now + LEASE_MS;
  },
  async succeed({ store, queues, now }, channelId) {
    const first = queues.get(channelId)?.shift();
    if (first) await store.deliveries.markSent(first.delivery.id, now);
  },
  async giveUp({ store, queues }, channelId) {
    const first = queues.get(channelId)?.shift();
    if (first) await store.deliveries.markFailed(first.delivery.id, 'no such channel', null);
  },
  async fail({ store, queues, now }, channelId) {
    const first = queues.get(channelId)?.[0];
    if (!first) return;
    first.dueAt = now + RETRY_AFTER_MS;
    await store.deliveries.markFailed(first.delivery.id, 'rate limited', first.dueAt);
  },
  async wait(play) {
    play.now += STEP_MS;
  },
} satisfies Record<string, Step>;

const someSteps = fc.array(
  fc.tuple(
    fc.constantFrom<(keyof typeof steps)[]>(
      'record',
      'record',
      'take',
      'take',
      'succeed',
      'giveUp',
      'fail',
      'wait',
    ),
    fc.constantFrom('a', 'b', 'c'),
  ),
  { minLength: 10, maxLength: 30 },
);

export function describeLongRun(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('every channel is a queue, whatever is recorded, taken, sent, failed and left to die', async () => {
    let runs = 0;

    await fc.assert(
      fc.asyncProperty(someSteps, async (chosen) => {
        runs += 1;
        await playOut(store(), `platform-${runs}`, chosen);
      }),
      { numRuns: 40 },
    );
  });
}

async function playOut(
  store: Store,
  platform: string,
  chosen: readonly (readonly [keyof typeof steps, string])[],
): Promise<void> {
  const queues = new Map<string, Waiting[]>(['a', 'b', 'c'].map((id) => [id, []]));
  const play: Play = { store, platform, queues, now: NOW };
  for (const [step, channelId] of chosen) {
    await steps[step](play, channelId);
    expect(await store.deliveries.nextDueAt([platform])).toBe(earliestOf(queues));
  }
}

function firstsOf(queues: Play['queues']): readonly Waiting[] {
  return [...queues.values()].flatMap((queue) => queue.slice(0, 1));
}

function earliestOf(queues: Play['queues']): number | null {
  const times = firstsOf(queues).map(({ dueAt }) => dueAt);
  return times.length === 0 ? null : Math.min(...times);
}
