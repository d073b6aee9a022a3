import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Delivery, Subscription } from '../../src/domain/subscription.ts';
import { TemporaryError } from '../../src/errors.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import { sendDeliveries } from '../../src/jobs/send-deliveries.ts';
import type { SendOutcome } from '../../src/ports/chat-adapter.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';

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
  await store.subscriptions.add(subscription, 0);
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
  const edition = await store.editions.claim(dueEdition(subscription.id, dueAt), clock.now(), dueAt);
  if (edition === null) throw new Error('claimed before');
  await store.editions.compose(edition, aComposed(aMessage(text), []), subscription.channel);
}

/** From then on deliveries are recorded for another channel. */
async function subscribeElsewhere(): Promise<void> {
  subscription = aSubscription({ id: 'sub-2', channel: { platform: 'console', id: 'elsewhere' } });
  await store.subscriptions.add(subscription, 0);
}

async function lastDelivery(): Promise<Delivery | undefined> {
  return (await store.deliveries.ofSubscription(subscription.id, 1))[0];
}

/** Nobody stops the bot. */
const never = new Promise<void>(() => {});

/** One beat of the jobs, and the minute that it has. */
async function beat(adapters: readonly FakeChatAdapter[]): Promise<void> {
  const sending = sendDeliveries(jobPorts({ adapters }), never);
  for (let second = 0; second < 60; second += 1) {
    await settled();
    await clock.advanceBy(1_000);
  }
  await sending;
}

/** Beats every minute, as the jobs have it; gives the seconds from the start at which the adapter was tried. */
async function attemptSeconds(minutes: number): Promise<readonly number[]> {
  const startedAt = clock.now();
  const seconds: number[] = [];
  const watched: FakeChatAdapter = {
    ...adapter,
    send: (...delivery) => {
      seconds.push((clock.now() - startedAt) / 1_000);
      return adapter.send(...delivery);
    },
  };
  for (let minute = 0; minute <= minutes; minute += 1) {
    await beat([watched]);
  }
  return seconds;
}

const notSent = { kind: 'not-sent', reason: 'The platform is down.', retryAfterMs: 0 } as const;

describe('sending deliveries', () => {
  it('sends everything that is due and marks it sent', async () => {
    await recordDelivery('one', clock.now() - 2);
    await recordDelivery('two', clock.now() - 1);

    await sendDeliveries(jobPorts(), never);
    await sendDeliveries(jobPorts(), never);

    expect(adapter.sent.map(({ message }) => message)).toEqual(
      expect.arrayContaining([aMessage('one'), aMessage('two')]),
    );
    expect(adapter.attempts).toHaveLength(2);
    expect(await lastDelivery()).toMatchObject({ status: 'sent', sentAt: clock.now(), attempts: 1 });
  });

  it('leaves deliveries of other platforms to the process that serves them', async () => {
    await recordDelivery('one');
    const elsewhere = createFakeChatAdapter('elsewhere');

    await sendDeliveries(jobPorts({ adapters: [elsewhere] }), never);

    expect(elsewhere.attempts).toEqual([]);
    expect(await lastDelivery()).toMatchObject({ status: 'recorded', attempts: 0 });
  });

  it('tries again after longer and longer times, ten times in all, always with the same key', async () => {
    await recordDelivery('one');
    adapter.failNext(...Array.from({ length: 20 }, () => notSent));

    const seconds = await attemptSeconds(5 * 60);

    const gaps = seconds.slice(1).map((second, place) => second - (seconds[place] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([1, 5, expect.any(Number), expect.any(Number)]);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(seconds).toHaveLength(10);
    expect(new Set(adapter.attempts).size).toBe(1);
    expect(await lastDelivery()).toMatchObject({ status: 'failed', reason: 'The platform is down.' });
  });

  it('waits as long as the platform asks', async () => {
    await recordDelivery('one');
    adapter.failNext({ ...notSent, retryAfterMs: 10 * MINUTE }, new TemporaryError('Busy.', 20 * MINUTE));

    expect(await attemptSeconds(60)).toEqual([0, 600, 1_800]);
    expect(await lastDelivery()).toMatchObject({ status: 'sent', reason: null });
  });

  it('gives up at once when trying again is pointless', async () => {
    await recordDelivery('one');
    adapter.failNext({ kind: 'not-sent', reason: 'The message is too long.', retryAfterMs: null });

    expect(await attemptSeconds(60)).toEqual([0]);
    expect(await lastDelivery()).toMatchObject({ status: 'failed', reason: 'The message is too long.' });
  });

  it('goes on with the others when an adapter throws', async () => {
    await recordDelivery('one', clock.now() - 2);
    await subscribeElsewhere();
    await recordDelivery('two', clock.now() - 1);
    adapter.failNext(new Error('socket closed'));

    const seconds = await attemptSeconds(1);

    expect(seconds).toEqual([0, 0, 1]);
    expect(adapter.sent).toHaveLength(2);
  });

  it('sends to many channels at once, so that a slow one holds up no other', async () => {
    await recordDelivery('slow');
    await subscribeElsewhere();
    await recordDelivery('fast');
    const slow = Promise.withResolvers<SendOutcome>();
    const half: FakeChatAdapter = {
      ...adapter,
      send: (channel, ...rest) =>
        channel.id === 'elsewhere' ? adapter.send(channel, ...rest) : slow.promise,
    };

    const sending = sendDeliveries(jobPorts({ adapters: [half] }), never);
    await settled();
    const sentMeanwhile = adapter.sent.map(({ message }) => message);
    slow.resolve({ kind: 'sent' });
    await sending;

    expect(sentMeanwhile).toEqual([aMessage('fast')]);
  });

  it('keeps the order of a channel while its first delivery waits to be tried again', async () => {
    await recordDelivery('one', clock.now() - 2);
    await recordDelivery('two', clock.now() - 1);
    adapter.failNext({ ...notSent, retryAfterMs: 30_000 });

    const seconds = await attemptSeconds(1);

    expect(seconds).toEqual([0, 30, 30]);
    expect(adapter.sent.map(({ message }) => message)).toEqual([aMessage('one'), aMessage('two')]);
  });

  it('tells the adapter since when it was tried and what was posted, and keeps every post', async () => {
    await recordDelivery('one');
    const startedAt = clock.now();
    const halfway: FakeChatAdapter = {
      ...adapter,
      send: async (channel, message, dispatch) => {
        await dispatch.onPosted(`post-${dispatch.posts.length + 1}`);
        return adapter.send(channel, message, dispatch);
      },
    };
    adapter.failNext(notSent);

    await beat([halfway]);

    expect(adapter.dispatches.map(({ triedSince, posts }) => ({ triedSince, posts }))).toEqual([
      { triedSince: null, posts: [] },
      { triedSince: startedAt, posts: ['post-1'] },
    ]);
    expect(await lastDelivery()).toMatchObject({ status: 'sent', posts: ['post-1', 'post-2'] });
  });

  it('lets everything rest that is subscribed in a channel which is closed', async () => {
    await recordDelivery('one', clock.now() - 2);
    await recordDelivery('two', clock.now() - 1);
    adapter.failNext({ kind: 'closed', reason: 'channel-archived' });

    expect(await attemptSeconds(1)).toEqual([0]);
    expect(await store.deliveries.countByStatus()).toEqual({ failed: 2 });
    expect(await store.subscriptions.get(subscription.id)).toMatchObject({
      pause: { reason: 'channel-archived', isOwnerTold: false },
    });
  });

  it('ends early when the bot is stopped', async () => {
    await recordDelivery('one');
    adapter.failNext(notSent);
    const stopped = Promise.withResolvers<void>();

    const sending = sendDeliveries(jobPorts(), stopped.promise);
    await settled();
    stopped.resolve();
    await sending;

    expect(adapter.attempts).toHaveLength(1);
    expect(await lastDelivery()).toMatchObject({ status: 'recorded', attempts: 1 });
  });

  it('repeats an attempt whose process died, with the same key, once its lease has run out', async () => {
    await recordDelivery('one');
    adapter.failNext('crash-after-sending');
    void sendDeliveries(jobPorts(), never);
    await settled();

    const seconds = await attemptSeconds(10);

    expect(seconds).toEqual([300]);
    expect(new Set(adapter.attempts).size).toBe(1);
    expect(adapter.sent).toHaveLength(1);
  });

  it('stops trying a delivery that takes the process down each time', async () => {
    await recordDelivery('one');
    adapter.failNext(...Array.from({ length: 20 }, () => 'crash-after-sending' as const));

    for (let minute = 0; minute <= 90; minute += 1) {
      void sendDeliveries(jobPorts(), never);
      await settled();
      await clock.advanceBy(MINUTE);
    }

    expect(adapter.attempts).toHaveLength(10);
    expect(await lastDelivery()).toMatchObject({ status: 'failed' });
  });
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
