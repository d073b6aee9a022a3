import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { composeEdition } from '../../src/digests/compose-edition.ts';
import type { ArticleId, SubscriptionId } from '../../src/domain/identity.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';

const NOW = Date.parse('2026-02-10T03:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ID = 'sub-1' as SubscriptionId;
const OLD = { publishedAt: NOW - 2 * HOUR, isBacklog: true };

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  await store.subscriptions.add(aSubscription({ id: ID }), 0);
});

afterEach(() => store.close());

/** How many stories, events and agreements are told: in an edition, or on request. */
async function told(subscriptionId: SubscriptionId | null): Promise<readonly number[]> {
  const request = {
    period: { fromAt: NOW - DAY, toAt: NOW, zone: 'Asia/Almaty' },
    lookFromAt: NOW - DAY,
    language: 'en',
    interest: EVERYTHING,
    mutes: [],
    length: 'standard',
    toldTo: subscriptionId === null ? [] : [subscriptionId],
    due: subscriptionId === null ? null : { at: NOW, isLate: false, folded: [] },
  } as const;
  const plan = await composeEdition(request, { store, relationship: aRelationship() });
  return [plan.stories.total, plan.events.total, plan.agreements.total + Number(plan.headline !== null)];
}

async function record(articleIds: readonly ArticleId[]): Promise<void> {
  const evidence = articleIds.map((articleId) => ({ articleId, start: 0, end: 10 }));
  const step = { status: 'signed', onDay: '2026-02-09', precision: 'day', evidence } as const;
  const event = anEvent({ fromDay: '2026-02-09', toDay: '2026-02-09', evidence });
  await store.ledger.replace({ events: [event], agreements: [anAgreement({ steps: [step] })] }, []);
}

it('an edition tells nothing of the first fetch of a feed; on request all of it is told', async () => {
  await record((await storeStory(store, 'visit', [OLD])).articleIds);

  expect(await told(ID)).toEqual([0, 0, 0]);
  expect(await told(null)).toEqual([1, 1, 1]);
});

it('an edition tells what a later article that is no backlog also tells', async () => {
  await record((await storeStory(store, 'visit', [OLD, { publishedAt: NOW - HOUR }])).articleIds);

  expect(await told(ID)).toEqual([1, 1, 1]);
});
