import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { dueOutcomes } from '../../src/digests/due-outcomes.ts';
import type { Instant } from '../../src/domain/identity.ts';
import type { Edition } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';

const DAY = 24 * 3_600_000;
/** 08:00 in Almaty on 10 February. */
const TODAY = Date.parse('2026-02-10T03:00:00Z');
const NOW = TODAY + 60_000;
const subscription = aSubscription({ createdAt: TODAY - 5 * DAY });

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  await store.subscriptions.add(subscription, null);
});

afterEach(() => store.close());

async function claim(dueAt: Instant): Promise<Edition> {
  const edition = await store.editions.claim(dueEdition(subscription.id, dueAt), dueAt, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  return edition;
}

async function deliver(dueAt: Instant, sentAt: Instant): Promise<void> {
  const edition = await claim(dueAt);
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), []), subscription.channel);
  await store.deliveries.claimNext(sentAt, sentAt + 1, ['console']);
  await store.deliveries.markSent(delivery.id, sentAt);
}

async function fail(dueAt: Instant, retryAt: Instant | null): Promise<void> {
  const edition = await claim(dueAt);
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), []), subscription.channel);
  await store.deliveries.claimNext(dueAt, dueAt + 1, ['console']);
  await store.deliveries.markFailed(delivery.id, 'too long', retryAt);
}

async function outcomes(of = subscription) {
  const found = await dueOutcomes(of, { now: NOW, limit: 10 }, store);
  return found.map(({ dueAt, outcome }) => [Math.round((dueAt - TODAY) / DAY), outcome]);
}

it('tells of every due time since it was made, the newest first, what became of it', async () => {
  await deliver(TODAY - 4 * DAY, TODAY - 4 * DAY + 1_000);
  await deliver(TODAY - 2 * DAY, TODAY - 2 * DAY + 3_600_000);
  await fail(TODAY - DAY, null);

  expect(await outcomes()).toEqual([
    [0, { kind: 'open' }],
    [-1, { kind: 'failed', reason: 'too long' }],
    [-2, { kind: 'sent', at: TODAY - 2 * DAY + 3_600_000, isLate: true }],
    [-3, { kind: 'folded', into: TODAY - 2 * DAY }],
    [-4, { kind: 'sent', at: TODAY - 4 * DAY + 1_000, isLate: false }],
  ]);
});

it('knows one that is being composed, that is on its way, and that had nothing to say', async () => {
  await claim(TODAY);
  await fail(TODAY - DAY, TODAY);
  await store.editions.close(await claim(TODAY - 2 * DAY));

  expect((await outcomes()).slice(0, 3)).toEqual([
    [0, { kind: 'composing' }],
    [-1, { kind: 'under-way', reason: 'too long' }],
    [-2, { kind: 'empty' }],
  ]);
});

it('says of one whose process died while composing, and that the next overtook, that it is folded into that', async () => {
  await claim(TODAY - DAY);
  await deliver(TODAY, TODAY);

  expect((await outcomes())[1]).toEqual([-1, { kind: 'folded', into: TODAY }]);
});

it('says of due times at which it rested why', async () => {
  const resting = { ...subscription, pause: { at: TODAY - DAY, reason: 'asked', isOwnerTold: true } };

  expect((await outcomes(resting)).slice(0, 3)).toEqual([
    [0, { kind: 'rested', reason: 'asked' }],
    [-1, { kind: 'rested', reason: 'asked' }],
    [-2, { kind: 'open' }],
  ]);
});

it('lists an alert by the times at which it came', async () => {
  await deliver(TODAY - DAY, TODAY - DAY);
  const alert = {
    ...subscription,
    timing: { kind: 'at-once', quietHours: null, coolDownMs: 0, isAlsoInDigest: false },
  } as const;

  expect(await outcomes(alert)).toEqual([[-1, { kind: 'sent', at: TODAY - DAY, isLate: false }]]);
});
