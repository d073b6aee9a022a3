import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Story } from '../../src/domain/story.ts';
import type { CitedInEdition, Delivery } from '../../src/domain/subscription.ts';
import { correctEditions } from '../../src/jobs/correct-editions.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aStory } from '../fixtures/a-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T03:00:00Z');
const DAY = 24 * 3_600_000;
const subscription = aSubscription();
const SHOWN = 'The airport opened on Monday.';

let store: Store;
let clock: FakeClock;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock(NOW + DAY);
  await store.subscriptions.add(subscription, null);
});

afterEach(() => store.close());

function tell(name: string, count = 1): Promise<Story> {
  return storeStory(
    store,
    name,
    Array.from({ length: count }, () => ({ title: `Title of ${name}`, publishedAt: NOW - 1_000 })),
  );
}

function shown(story: Story, text: string | null = SHOWN): readonly CitedInEdition[] {
  return story.articleIds.map((articleId) => ({ articleId, revision: 1, storyId: story.id, text }));
}

/** A digest that was posted. */
async function post(cited: readonly CitedInEdition[], dueAt = NOW): Promise<Delivery> {
  const edition = await store.editions.claim(dueEdition(subscription.id, dueAt), dueAt, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  const composed = { ...aComposed(aMessage(), []), cited };
  const delivery = await store.editions.compose(edition, composed, subscription.channel);
  await store.deliveries.claimNext(dueAt, dueAt + 1, ['console']);
  await store.deliveries.addPost(delivery.id, 'post-1');
  await store.deliveries.markSent(delivery.id, dueAt);
  return delivery;
}

async function revise(id: ArticleId | undefined, text: string): Promise<void> {
  const article = await store.articles.get(id as ArticleId);
  await store.articles.save(aDraft({ url: article?.url ?? null, text }), clock.now());
}

async function correct(ids: readonly ArticleId[]): Promise<void> {
  await correctEditions(ids, {
    store,
    clock,
    logger: createFakeLogger(),
    relationship: aRelationship(),
    adapters: [],
    language: 'en',
    graceMs: 0,
  });
}

/** The corrections that are on their way. */
async function corrections(): Promise<readonly { readonly text: string; readonly replyTo: string | null }[]> {
  const found: { text: string; replyTo: string | null }[] = [];
  for (;;) {
    const claimed = await store.deliveries.claimNext(clock.now(), clock.now() + DAY, ['console']);
    if (claimed === null) return found;
    found.push({ text: messageText(claimed.message), replyTo: claimed.delivery.replyTo });
    await store.deliveries.markSent(claimed.delivery.id, clock.now());
  }
}

describe('an edition that was posted', () => {
  it('is corrected in its thread when an article no longer says what was quoted', async () => {
    const story = await tell('airport');
    await post(shown(story));
    await revise(story.leadId, 'The airport will open in May. Guests came from Lahore.');

    await correct(story.articleIds);

    const [correction, ...others] = await corrections();
    expect(others).toEqual([]);
    expect(correction?.replyTo).toBe('post-1');
    expect(correction?.text).toContain('Correction to the digest of');
    expect(correction?.text).toContain(SHOWN);
    expect(correction?.text).toContain('The airport will open in May.');
  });

  it.each([
    ['another place of the article was revised', `${SHOWN} Guests came from Karachi and Lahore.`],
    ['only signs and capitals were', 'THE AIRPORT opened — on Monday! Guests came.'],
  ])('stays as it is when %s', async (_, text) => {
    const story = await tell('airport');
    await post(shown(story));
    await revise(story.leadId, text);

    await correct(story.articleIds);

    expect(await corrections()).toEqual([]);
  });

  it('is corrected once, however often the article changes', async () => {
    const story = await tell('airport');
    await post(shown(story));
    await revise(story.leadId, 'The airport will open in May.');
    await correct(story.articleIds);
    await revise(story.leadId, 'The airport will open in June.');

    await correct(story.articleIds);

    expect(await corrections()).toHaveLength(1);
  });

  it('is corrected when an article was taken out of the archive', async () => {
    const story = await tell('airport');
    await post(shown(story));
    await store.articles.delete(story.leadId, NOW);

    await correct(story.articleIds);

    const [correction] = await corrections();
    expect(correction?.text).toContain('taken out of the archive');
    expect(correction?.text).toContain(SHOWN);
  });

  it('is corrected when one story turns out to be two, and when two turn out to be one', async () => {
    const one = await tell('airport', 2);
    const [first, second] = one.articleIds;
    const other = await tell('bridge');
    await post([...shown(one, null), ...shown(other, null)]);
    const parts = [
      aStory({ id: 's-one', articleIds: [first as ArticleId] }),
      aStory({ id: 's-two', articleIds: [second as ArticleId, other.leadId] }),
    ];
    await store.stories.replace(parts, [one.id, other.id]);

    await correct([second as ArticleId]);

    const [correction] = await corrections();
    expect(correction?.text).toContain('What was shown as one story is several');
    expect(correction?.text).toContain('What was shown as several stories is one');
    expect(correction?.text).toContain('Title of bridge');
  });

  it('is left alone when it was never posted, or when its subscription rests', async () => {
    const story = await tell('airport');
    const delivery = await post(shown(story));
    await store.subscriptions.pauseOne(subscription.id, 'asked', NOW);
    await revise(story.leadId, 'The airport will open in May.');

    await correct(story.articleIds);

    expect(await corrections()).toEqual([]);
    expect(
      (await store.editions.ofSubscription(subscription.id, 9)).map((each) => each.delivery?.id),
    ).toEqual([delivery.id]);
  });

  it('has each of several posts answered, with corrections of the same instant kept apart', async () => {
    const story = await tell('airport');
    await post(shown(story));
    await post(shown(story), NOW + 1_000);
    await revise(story.leadId, 'The airport will open in May.');

    await correct(story.articleIds);

    expect(await corrections()).toHaveLength(2);
  });
});
