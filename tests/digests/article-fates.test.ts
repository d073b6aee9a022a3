import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { articleFates } from '../../src/digests/article-fates.ts';
import type { Fate } from '../../src/domain/article-fate.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { storeStory, type Told } from '../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';

const DAY = 24 * 3_600_000;
/** 08:00 in Almaty. */
const DUE = Date.parse('2026-02-10T03:00:00Z');
const NOW = DUE + 60_000;
const subscription = aSubscription({ createdAt: DUE - 30 * DAY });

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
});

afterEach(() => store.close());

async function tell(articles: readonly Partial<Told>[], choices = {}): Promise<readonly ArticleId[]> {
  const told = articles.map((each) => ({ publishedAt: DUE - DAY, ...each }));
  return (await storeStory(store, 'airport', told, choices)).articleIds;
}

async function fate(id: ArticleId | undefined, of: Subscription = subscription): Promise<Fate | undefined> {
  if ((await store.subscriptions.get(of.id)) === null) await store.subscriptions.add(of, null);
  const article = await store.articles.get(id as ArticleId);
  if (article === null) throw new Error('The article is stored.');
  const [first] = await articleFates(article, of.channel, { store, now: NOW });
  return first?.fate;
}

async function publish(keys: readonly string[]): Promise<void> {
  await store.subscriptions.add(subscription, null);
  const edition = await store.editions.claim(dueEdition(subscription.id, DUE), DUE, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), keys), subscription.channel);
  await store.deliveries.claimNext(DUE, DUE + 1, ['console']);
  await store.deliveries.markSent(delivery.id, DUE + 1_000);
}

it('was told in an edition, whose way to the channel is known', async () => {
  const [id] = await tell([{}]);
  await publish([`article:${id}`]);

  expect(await fate(id)).toEqual({
    kind: 'told',
    dueAt: DUE,
    outcome: { kind: 'sent', at: DUE + 1_000, isLate: false },
  });
});

it('is one more article of a story that was told', async () => {
  const [told, other] = await tell([{}, {}]);
  await publish([`article:${told}`]);

  expect(await fate(other)).toEqual({ kind: 'story-told' });
});

it('is in no story', async () => {
  const [id] = await tell([{}]);
  await store.stories.replace(
    [],
    (await store.stories.ofArticles([id as ArticleId])).map((story) => story.id),
  );

  expect(await fate(id)).toEqual({ kind: 'no-story' });
});

it.each<[string, Partial<Subscription>, Fate]>([
  ['comes with the next edition', {}, { kind: 'next', dueAt: DUE + DAY }],
  ['is not wanted', { topicIds: ['defence'] }, { kind: 'not-wanted' }],
  ['has too few origins', { minOrigins: 2 }, { kind: 'not-wanted' }],
  [
    'waits for a subscription that rests',
    { pause: { at: DUE, reason: 'asked', isOwnerTold: true } },
    { kind: 'rests', reason: 'asked' },
  ],
])('%s', async (_, choices, expected) => {
  const [id] = await tell([{}], { topicIds: ['trade'] });
  const of = aSubscription({ ...subscription, ...choices });

  expect(await fate(id, of)).toEqual(expected);
});

it.each<[string, Partial<Told>, Fate]>([
  ['was there already when its feed was first read', { isBacklog: true }, { kind: 'backlog' }],
  ['is older than what the first edition looks at', { publishedAt: DUE - 40 * DAY }, { kind: 'too-old' }],
])('%s', async (_, told, expected) => {
  const [id] = await tell([told]);

  expect(await fate(id)).toEqual(expected);
});

it('is muted in its channel', async () => {
  const [id] = await tell([{}], { topicIds: ['sport'] });
  await store.mutes.add(subscription.channel, { kind: 'topic', id: 'sport' }, NOW);

  expect(await fate(id)).toEqual({ kind: 'muted' });
});
