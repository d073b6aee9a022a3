import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heedChanges } from '../../src/jobs/heed-changes.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import { postEditions } from '../../src/jobs/post-editions.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { anAlert } from '../fixtures/an-alert.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-02-10T07:00:00Z');
const alert = anAlert({}, { createdAt: NOW - MINUTE });

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  await store.subscriptions.add(alert, null);
});

afterEach(() => store.close());

function portsAt(now: number, seenStore: Store): JobPorts {
  return {
    ...{ store: seenStore, clock: createFakeClock(now), logger: createFakeLogger() },
    ...{ relationship: aRelationship(), adapters: [], language: 'en', graceMs: 0 },
  };
}

async function reported(title: string): Promise<void> {
  const { articleIds } = await storeStory(store, title, [{ title, publishedAt: NOW - 1 }]);
  await store.changes.record(articleIds, NOW);
}

/** A store that lets something happen once, just as an alert is claimed. */
function meanwhile(happens: () => Promise<void>): Store {
  let hasHappened = false;
  return {
    ...store,
    editions: {
      ...store.editions,
      async claim(...due) {
        if (!hasHappened) await happens();
        hasHappened = true;
        return store.editions.claim(...due);
      },
    },
  };
}

async function posted(): Promise<number> {
  return (await store.deliveries.ofSubscription(alert.id, 10)).length;
}

describe('an alert that is being composed', () => {
  it('is looked at again when another process heeded a change meanwhile', async () => {
    const busy = meanwhile(async () => {
      await reported('Second');
      await heedChanges(portsAt(NOW, store));
    });
    await reported('First');
    await heedChanges(portsAt(NOW, store));

    await postEditions(portsAt(NOW, busy));
    const first = await posted();
    await postEditions(portsAt(NOW + MINUTE, store));

    expect(first).toBe(1);
    expect(await posted()).toBe(2);
  });

  it('is not posted by a process whose turn is over, but by the next', async () => {
    const clock = createFakeClock(NOW);
    const frozen = meanwhile(() => clock.advanceBy(6 * MINUTE));
    await reported('First');
    await heedChanges(portsAt(NOW, store));

    await postEditions({ ...portsAt(NOW, frozen), clock });
    const byFrozen = await posted();
    await postEditions(portsAt(NOW + 12 * MINUTE, store));

    expect(byFrozen).toBe(0);
    expect(await posted()).toBe(1);
  });

  it('sleeps afterwards', async () => {
    await reported('First');
    await heedChanges(portsAt(NOW, store));

    await postEditions(portsAt(NOW, store));

    expect(await store.subscriptions.awaited(NOW + 60 * MINUTE, 10)).toEqual([]);
  });
});
