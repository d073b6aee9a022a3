import type { Article } from '../domain/article.ts';
import type { Day } from '../domain/day.ts';
import type { ArticleId } from '../domain/identity.ts';
import { AGREEMENT_STATUSES, type Agreement, type NewsEvent } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';

/** The articles that were out by then. */
export type KnownArticles = ReadonlyMap<ArticleId, Article>;

/** A story without the articles still to come; its title then comes from one that is out. */
export function storyAsOf(story: Story, known: KnownArticles): Story {
  const articles = story.articleIds.flatMap((id) => known.get(id) ?? []);
  if (articles.length === story.articleIds.length || articles[0] === undefined) return story;
  const titled = articles.find(({ title }) => title.value === story.title) ?? articles[0];
  const times = articles.flatMap(({ publication }) => publication.at ?? []);
  return {
    ...story,
    title: titled.title.value,
    titleLanguage: titled.language.value,
    articleIds: articles.map(({ id }) => id),
    origins: story.origins.flatMap((origin) => {
      const articleIds = origin.articleIds.filter((id) => known.has(id));
      const [leadId] = articleIds;
      return leadId === undefined ? [] : [{ ...origin, leadId, articleIds }];
    }),
    languages: [...new Set(articles.map(({ language }) => language.value))].sort(),
    lastPublishedAt: times.length === 0 ? null : Math.max(...times),
  };
}

/** An event as those articles tell it; null when none of them does. What lies ahead of the day is announced. */
export function eventAsOf(event: NewsEvent, known: KnownArticles, today: Day): NewsEvent | null {
  const evidence = event.evidence.filter(({ articleId }) => known.has(articleId));
  if (evidence.length === 0) return null;
  const isToCome = event.fromDay > today && event.status === 'held';
  return { ...event, evidence, status: isToCome ? 'announced' : event.status };
}

/** An agreement with the steps that those articles tell of; null when they tell of none. */
export function agreementAsOf(agreement: Agreement, known: KnownArticles): Agreement | null {
  const steps = agreement.steps.flatMap((step) => {
    const evidence = step.evidence.filter(({ articleId }) => known.has(articleId));
    return evidence.length === 0 ? [] : [{ ...step, evidence }];
  });
  if (steps.length === 0) return null;
  const status = AGREEMENT_STATUSES.findLast((each) => steps.some((step) => step.status === each));
  return { ...agreement, steps, status: status ?? agreement.status };
}
