import type { Article } from '../domain/article.ts';
import type { ArticleFate, Fate } from '../domain/article-fate.ts';
import type { EditionId, Instant } from '../domain/identity.ts';
import type { Story } from '../domain/story.ts';
import type { Channel, Mute, Subscription } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import { outcomeOfRecord } from './due-outcomes.ts';
import { isMuted, isWanted, subjectOfStory } from './is-wanted.ts';
import { storyKeys } from './told-keys.ts';
import { wakeAfter } from './wake-times.ts';

const DAY_MS = 24 * 3_600_000;
/** How far before its making a subscription looks. */
const LOOK_BACK_MS = 7 * DAY_MS;

interface Asked {
  readonly article: Article;
  readonly story: Story | null;
  /** The articles of the story. */
  readonly articles: readonly Article[];
  readonly mutes: readonly Mute[];
  readonly now: Instant;
  readonly store: Store;
}

/** For each subscription of a channel the one thing that became of an article. */
export async function articleFates(
  article: Article,
  channel: Channel,
  { store, now }: { readonly store: Store; readonly now: Instant },
): Promise<readonly ArticleFate[]> {
  const [story = null] = await store.stories.ofArticles([article.id]);
  const articles = await store.articles.getMany(story?.articleIds ?? []);
  const mutes = await store.mutes.ofChannel(channel);
  const asked = { article, story, articles, mutes, now, store };
  const subscriptions = await store.subscriptions.ofChannel(channel);
  return Promise.all(
    subscriptions.map(async (subscription) => ({ subscription, fate: await fateOf(subscription, asked) })),
  );
}

async function fateOf(subscription: Subscription, asked: Asked): Promise<Fate> {
  const { article, story, store } = asked;
  const keys = [...new Set([`article:${article.id}`, ...(story === null ? [] : storyKeys(story))])];
  const told = await store.editions.told([subscription.id], keys);
  const own = told.get(`article:${article.id}`);
  if (own !== undefined) return toldFate(own, store);
  if (story === null) return { kind: 'no-story' };
  return told.size > 0 ? { kind: 'story-told' } : untoldFate(subscription, story, asked);
}

async function toldFate(id: EditionId | null, { editions }: Store): Promise<Fate> {
  const [record] = id === null ? [] : await editions.getMany([id]);
  if (record === undefined) return { kind: 'told-once' };
  return { kind: 'told', dueAt: record.edition.dueAt, outcome: outcomeOfRecord(record) };
}

/** In the order in which an edition leaves things out. */
function untoldFate(subscription: Subscription, story: Story, { articles, mutes, now }: Asked): Fate {
  const { pause, createdAt } = subscription;
  const subject = subjectOfStory(story, articles);
  if (articles.every(({ isBacklog }) => isBacklog)) return { kind: 'backlog' };
  if (isMuted(subject, mutes)) return { kind: 'muted' };
  if (!isWanted(subject, { interest: subscription, mutes: [] })) return { kind: 'not-wanted' };
  const newestAt = story.lastPublishedAt ?? Number.NEGATIVE_INFINITY;
  if (newestAt < Math.min(createdAt, now) - LOOK_BACK_MS) return { kind: 'too-old' };
  if (pause !== null) return { kind: 'rests', reason: pause.reason };
  return { kind: 'next', dueAt: wakeAfter(subscription, now) };
}
