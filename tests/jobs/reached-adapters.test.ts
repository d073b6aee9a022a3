import { describe, expect, it } from 'vitest';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import { reachedAdapters } from '../../src/jobs/reached-adapters.ts';
import type { AdapterHealth, ChatAdapter } from '../../src/ports/chat-adapter.ts';
import { createFakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { anInbox } from '../fixtures/an-inbox.ts';

describe('a platform that has not been reached yet', () => {
  it('is sent nothing, so that no attempt is used up, and all that waits once it is', async () => {
    const store = await anEmptyStore();
    const clock = createFakeClock();
    const adapter = createFakeChatAdapter();
    const subscription = aSubscription();
    await store.subscriptions.add(subscription, null);
    const edition = await store.editions.claim(dueEdition(subscription.id, clock.now()), clock.now(), 0);
    if (edition === null) throw new Error('claimed before');
    const composed = aComposed(aMessage('one'), []);
    const { id } = await store.editions.compose(edition, composed, subscription.channel);
    const ports = { store, clock, logger: createFakeLogger(), relationship: aRelationship() };
    const jobs = createJobs({ ...ports, adapters: [adapter], language: 'en', graceMs: 0 }, null);
    jobs.start();

    await clock.advanceBy(120_000);
    const before = await store.deliveries.get(id);
    await adapter.start(anInbox());
    await clock.advanceBy(120_000);

    expect(before).toMatchObject({ status: 'recorded', attempts: 0 });
    expect(await store.deliveries.get(id)).toMatchObject({ status: 'sent', attempts: 1 });
    await jobs.stop();
    await store.close();
  });

  it('stays reached when its connection is lost later: it may still take posts', () => {
    let state: AdapterHealth['state'] = 'down';
    const adapter: ChatAdapter = {
      ...createFakeChatAdapter(),
      health: () => ({ platform: 'console', state, since: 0, detail: null }),
    };
    const reached = reachedAdapters([adapter]);
    const counts = (['down', 'degraded', 'down'] as const).map((next) => {
      state = next;
      return reached().length;
    });

    expect(counts).toEqual([0, 1, 1]);
  });
});
