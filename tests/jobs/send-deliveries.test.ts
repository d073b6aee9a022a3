import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Delivery, Subscription } from '../../src/domain/subscription.ts';
import { TemporaryError } from '../../src/errors.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import { sendDeliveries } from '../../src/jobs/send-deliveries.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aMessage, aSubscription } from '../fixtures/a-subscription.ts';

const MINUTE = 60_000;

let store: Store;
let clock: FakeClock;
let adapter: FakeChatAdapter;
let subscription: Subscription;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock();
  adapter = createFakeChatAdapter();
  subscription = aSubscription();
  await store.subscriptions.add(subscription);
});

afterEach(() => store.close());

function jobPorts(overrides: Partial<JobPorts> = {}): JobPorts {
  return {
    store,
    clock,
    logger: createFakeLogger(),
    relationship: aRelationship(),
    adapters: [adapter],
    language: 'en',
    graceMs: 0,
    ...overrides,
  };
}

async function recordDelivery(text: string, dueAt = clock.now()): Promise<void> {
  const edition = await store.editions.claim(subscription.id, dueAt, clock.now(), dueAt);
  if (edition === null) throw new Error('claimed before');
  await store.editions.compose(edition, aMessage(text), [], subscription.channel);
}

async function lastDelivery(): Promise<Delivery | undefined> {
  return (await store.deliveries.ofSubscription(subscription.id, 1))[0];
}

/** Minutes from now at which the adapter was tried, over the next hours. */
async function attemptMinutes(hours: number): Promise<readonly number[]> {
  const minutes: number[] = [];
  for (let minute = 0; minute <= hours * 60; minute += 1) {
    const before = adapter.attempts.length;
    await sendDeliveries(jobPorts());
    if (adapter.attempts.length > before) minutes.push(minute);
    await clock.advanceBy(MINUTE);
  }
  return minutes;
}

const notSent = { kind: 'not-sent', reason: 'The platform is down.', retryAfterMs: 0 } as const;

describe('sending deliveries', () => {
  it('sends everything that is due and marks it sent', async () => {
    await recordDelivery('one', clock.now() - 2);
    await recordDelivery('two', clock.now() - 1);

    await sendDeliveries(jobPorts());
    await sendDeliveries(jobPorts());

    expect(adapter.sent.map(({ message }) => message)).toEqual(
      expect.arrayContaining([aMessage('one'), aMessage('two')]),
    );
    expect(adapter.attempts).toHaveLength(2);
    expect(await lastDelivery()).toMatchObject({ status: 'sent', sentAt: clock.now(), attempts: 1 });
  });

  it('leaves deliveries of other platforms to the process that serves them', async () => {
    await recordDelivery('one');
    const elsewhere = createFakeChatAdapter('elsewhere');

    await sendDeliveries(jobPorts({ adapters: [elsewhere] }));

    expect(elsewhere.attempts).toEqual([]);
    expect(await lastDelivery()).toMatchObject({ status: 'recorded', attempts: 0 });
  });

  it('tries again after twice the time, eight times in all, always with the same key', async () => {
    await recordDelivery('one');
    adapter.failNext(...Array.from({ length: 20 }, () => notSent));

    const minutes = await attemptMinutes(5);

    expect(minutes).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
    expect(new Set(adapter.attempts).size).toBe(1);
    expect(await lastDelivery()).toMatchObject({ status: 'failed', reason: 'The platform is down.' });
  });

  it('waits as long as the platform asks', async () => {
    await recordDelivery('one');
    adapter.failNext({ ...notSent, retryAfterMs: 10 * MINUTE }, new TemporaryError('Busy.', 20 * MINUTE));

    expect(await attemptMinutes(1)).toEqual([0, 10, 30]);
    expect(await lastDelivery()).toMatchObject({ status: 'sent', reason: null });
  });

  it('gives up at once when trying again is pointless', async () => {
    await recordDelivery('one');
    adapter.failNext({ kind: 'not-sent', reason: 'The channel is gone.', retryAfterMs: null });

    expect(await attemptMinutes(1)).toEqual([0]);
    expect(await lastDelivery()).toMatchObject({ status: 'failed', reason: 'The channel is gone.' });
  });

  it('goes on with the others when an adapter throws', async () => {
    await recordDelivery('one', clock.now() - 2);
    await recordDelivery('two', clock.now() - 1);
    adapter.failNext(new Error('socket closed'));

    await sendDeliveries(jobPorts());

    expect(adapter.sent).toHaveLength(1);
    expect(await store.deliveries.countByStatus()).toEqual({ recorded: 1, sent: 1 });
  });

  it('repeats an attempt whose process died, with the same key, once its lease has run out', async () => {
    await recordDelivery('one');
    adapter.failNext('crash-after-sending');
    void sendDeliveries(jobPorts());
    await settled();

    const minutes = await attemptMinutes(1);

    expect(minutes).toEqual([5]);
    expect(new Set(adapter.attempts).size).toBe(1);
    expect(adapter.sent).toHaveLength(1);
  });

  it('stops trying a delivery that takes the process down each time', async () => {
    await recordDelivery('one');
    adapter.failNext(...Array.from({ length: 20 }, () => 'crash-after-sending' as const));

    for (let minute = 0; minute <= 60; minute += 1) {
      void sendDeliveries(jobPorts());
      await settled();
      await clock.advanceBy(MINUTE);
    }

    expect(adapter.attempts).toHaveLength(8);
    expect(await lastDelivery()).toMatchObject({ status: 'failed' });
  });
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
