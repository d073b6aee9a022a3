import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Instant } from '../../src/domain/identity.ts';
import type { Retention } from '../../src/domain/retention.ts';
import { applyRetention, countOutdated, type RetentionPorts } from '../../src/jobs/apply-retention.ts';
import { createTidying } from '../../src/jobs/create-tidying.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const DAY = 24 * 3_600_000;
const subscription = aSubscription();

let store: Store;
let clock: FakeClock;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock(NOW);
});

afterEach(() => store.close());

function ports(retention: Partial<Retention>): RetentionPorts {
  return {
    store,
    clock,
    logger: createFakeLogger(),
    index: createProfileIndex(aRelationship()),
    retention: { articlesDays: null, editionsDays: null, ...retention },
  };
}

async function deliver(dueAt: Instant, told: readonly string[] = [], isSent = true): Promise<void> {
  const edition = await store.editions.claim(dueEdition(subscription.id, dueAt), dueAt, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), told), subscription.channel);
  if (isSent) await store.deliveries.markSent(delivery.id, dueAt);
}

async function dueTimes(): Promise<readonly number[]> {
  const records = await store.editions.ofSubscription(subscription.id, 99);
  return records.map(({ edition }) => (edition.dueAt - NOW) / DAY);
}

describe('articles', () => {
  it('are deleted once they are older than they are to be kept, with what rests on them', async () => {
    const old = await storeStory(store, 'old', [{ publishedAt: NOW - 31 * DAY }]);
    const young = await storeStory(store, 'young', [{ publishedAt: NOW - 29 * DAY }]);
    const given = ports({ articlesDays: 30 });
    const outdated = await countOutdated(given.retention, NOW, store);

    await applyRetention(given, () => false);

    expect(outdated).toEqual({ articles: 1, editions: 0 });
    expect((await store.articles.list(null, 9)).map(({ id }) => id)).toEqual(young.articleIds);
    expect(await store.stories.find(old.id)).toBeNull();
  });

  it('are kept for ever where nothing is set, and as soon as the bot stops', async () => {
    await storeStory(store, 'old', [{ publishedAt: NOW - 9_999 * DAY }]);

    await applyRetention(ports({}), () => false);
    await applyRetention(ports({ articlesDays: 1 }), () => true);

    expect(await store.articles.count()).toBe(1);
  });
});

describe('editions', () => {
  it('go, but for the last of a subscription and those on their way; what they told stays told', async () => {
    await store.subscriptions.add(subscription, null);
    await deliver(NOW - 50 * DAY, ['article:1']);
    await deliver(NOW - 40 * DAY, [], false);
    await deliver(NOW - 35 * DAY);
    const given = ports({ editionsDays: 30 });
    const outdated = await countOutdated(given.retention, NOW, store);

    await applyRetention(given, () => false);

    expect(outdated).toEqual({ articles: 0, editions: 1 });
    expect(await dueTimes()).toEqual([-35, -40]);
    expect((await store.editions.told([subscription.id], ['article:1'])).has('article:1')).toBe(true);
    expect(await store.editions.lastDueAt(subscription.id)).toBe(NOW - 35 * DAY);
  });
});

it('what is outdated is deleted after midnight, from the day after the start on', async () => {
  await storeStory(store, 'old', [{ publishedAt: NOW - 31 * DAY }]);
  const tidying = createTidying(ports({ articlesDays: 30 }));

  tidying.start();
  await clock.advanceTo(Date.parse('2026-02-10T23:59:00Z'));
  const before = await store.articles.count();
  await clock.advanceTo(Date.parse('2026-02-11T00:01:00Z'));
  await tidying.stop();

  expect([before, await store.articles.count()]).toEqual([1, 0]);
});
