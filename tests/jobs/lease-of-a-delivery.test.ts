import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Delivery } from '../../src/domain/subscription.ts';
import { sendDeliveries } from '../../src/jobs/send-deliveries.ts';
import type { DeliveryStore } from '../../src/ports/channel-stores.ts';
import type { ChatAdapter, SendOutcome } from '../../src/ports/chat-adapter.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';

const MINUTE_MS = 60_000;
const PAST_LEASE_MS = 6 * MINUTE_MS;
const NEVER = new Promise<void>(() => {});
const LATER: SendOutcome = { kind: 'not-sent', reason: 'busy', retryAfterMs: 1_000 };

let store: Store;
let clock: FakeClock;
let adapter: FakeChatAdapter;
let delivery: Delivery;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock();
  adapter = createFakeChatAdapter();
  const subscription = aSubscription();
  await store.subscriptions.add(subscription, null);
  const edition = await store.editions.claim(dueEdition(subscription.id, clock.now()), clock.now(), 0);
  if (edition === null) throw new Error('claimed before');
  delivery = await store.editions.compose(edition, aComposed(aMessage('one'), []), subscription.channel);
});

afterEach(() => store.close());

describe('a process that stands still while it has a delivery', () => {
  it('sends nothing when it wakes after its lease, and leaves the delivery to the process that takes it', async () => {
    let sleeps = 0;
    const deliveries: DeliveryStore = {
      ...store.deliveries,
      claimNext: async (...claim) => {
        const claimed = await store.deliveries.claimNext(...claim);
        if (claimed !== null && sleeps === 0) {
          sleeps += 1;
          await clock.advanceBy(PAST_LEASE_MS);
        }
        return claimed;
      },
    };

    await beat(adapter, { ...store, deliveries });

    expect(adapter.dispatches).toMatchObject([{ triedSince: clock.now() - PAST_LEASE_MS }]);
    expect(await stored()).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('changes nothing about a delivery whose lease ran out while it failed to send it', async () => {
    const sleepy: ChatAdapter = {
      ...adapter,
      send: async () => {
        await clock.advanceBy(PAST_LEASE_MS);
        await store.deliveries.claimNext(clock.now(), clock.now() + MINUTE_MS, [adapter.platform]);
        return LATER;
      },
    };

    await beat(sleepy);

    const expected = { status: 'sending', attempts: 2, nextAttemptAt: clock.now() + MINUTE_MS, reason: null };
    expect(await stored()).toMatchObject(expected);
  });
});

describe('a delivery that was given up and is tried again', () => {
  it('is looked for first, because an earlier attempt may have arrived', async () => {
    const startedAt = clock.now();
    adapter.failNext({ kind: 'not-sent', reason: 'refused', retryAfterMs: null });
    await beat(adapter);
    await clock.advanceBy(MINUTE_MS);

    await store.deliveries.retry(delivery.id, clock.now());
    await beat(adapter);

    expect(adapter.dispatches.map(({ triedSince }) => triedSince)).toEqual([null, startedAt]);
    expect(await stored()).toMatchObject({ status: 'sent' });
  });
});

async function beat(chat: ChatAdapter, over: Store = store): Promise<void> {
  const ports = { clock, logger: createFakeLogger(), relationship: aRelationship() };
  await sendDeliveries({ ...ports, store: over, adapters: [chat], language: 'en', graceMs: 0 }, NEVER);
}

function stored(): Promise<Delivery | null> {
  return store.deliveries.get(delivery.id);
}
