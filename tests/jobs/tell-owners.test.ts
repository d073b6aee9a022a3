import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import { tellOwners } from '../../src/jobs/tell-owners.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { messageText } from '../fixtures/message-text.ts';

const HERE = { platform: 'console', id: 'here' };

let store: Store;
let clock: FakeClock;
let adapter: FakeChatAdapter;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock();
  adapter = createFakeChatAdapter();
});

afterEach(() => store.close());

function jobPorts(): JobPorts {
  const relationship = aRelationship();
  const logger = createFakeLogger();
  return { store, clock, logger, relationship, adapters: [adapter], language: 'en', graceMs: 0 };
}

async function resting(choices: Parameters<typeof aSubscription>[0] = {}): Promise<void> {
  await store.subscriptions.add(aSubscription({ channel: HERE, ...choices }), 0);
  await store.subscriptions.pause(HERE, 'channel-archived', clock.now());
}

describe('owners of digests that rest', () => {
  it('are told once, by direct message, why and how they run again', async () => {
    await resting({ id: '1a2b3c4d', createdBy: 'aigerim' });

    await tellOwners(jobPorts());
    await tellOwners(jobPorts());

    expect(adapter.sent.map(({ channel }) => channel)).toEqual([{ platform: 'console', id: '@aigerim' }]);
    const [told] = adapter.sent.map(({ message }) => messageText(message));
    expect(told).toContain('every day at 08:00');
    expect(told).toContain('the channel is archived');
    expect(told).toContain('resume 1a2b3c4d');
  });

  it('are told of all their digests in one channel together, each owner of their own', async () => {
    await store.subscriptions.add(aSubscription({ id: 'one', channel: HERE, createdBy: 'aigerim' }), 0);
    await store.subscriptions.add(aSubscription({ id: 'two', channel: HERE, createdBy: 'bilal' }), 0);
    await resting({ id: 'three', createdBy: 'aigerim', timing: { kind: 'schedule', cron: '0 18 * * *' } });

    await tellOwners(jobPorts());

    const byOwner = Object.fromEntries(
      adapter.sent.map(({ channel, message }) => [channel.id, messageText(message)]),
    );
    expect(Object.keys(byOwner).toSorted()).toEqual(['@aigerim', '@bilal']);
    expect(byOwner['@aigerim']).toMatch(/08:00[\s\S]*18:00/);
    expect(byOwner['@bilal']).not.toContain('18:00');
  });

  it('are tried again when the platform was away, with the same key', async () => {
    await resting();
    adapter.failNext({ kind: 'not-sent', reason: 'down', retryAfterMs: 1_000 });

    await tellOwners(jobPorts());
    await tellOwners(jobPorts());

    expect(adapter.attempts).toHaveLength(2);
    expect(new Set(adapter.attempts).size).toBe(1);
    expect(adapter.sent).toHaveLength(1);
  });

  it.each([
    { kind: 'closed', reason: 'uninstalled' },
    { kind: 'not-sent', reason: 'refused', retryAfterMs: null },
  ] as const)('are left alone when they cannot be reached: %o', async (outcome) => {
    await resting();
    adapter.failNext(outcome);

    await tellOwners(jobPorts());
    await tellOwners(jobPorts());

    expect(adapter.attempts).toHaveLength(1);
  });

  it('are not written to when their own direct messages are what is closed', async () => {
    const channel = { platform: 'console', id: '@aigerim' };
    await store.subscriptions.add(aSubscription({ channel, createdBy: 'aigerim' }), 0);
    await store.subscriptions.pause(channel, 'not-allowed', clock.now());

    await tellOwners(jobPorts());

    expect(adapter.attempts).toEqual([]);
    expect(await store.subscriptions.untoldPauses()).toEqual([]);
  });
});
