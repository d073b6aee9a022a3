import type { Article } from '../domain/article.ts';
import { addDays, dayOf } from '../domain/day.ts';
import type { EditionPlan, SilenceTold } from '../domain/edition-plan.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import type { Store } from '../ports/store.ts';
import { allPages } from './all-pages.ts';
import { createPassageChooser, type PassageChooser } from './choose-passages.ts';
import type { DigestPorts } from './edition-request.ts';
import { goneQuiet } from './gone-quiet.ts';
import { othersTurn } from './others-turn.ts';
import { rememberPlans } from './remember-plans.ts';
import { createSubjectReader, type SubjectReader } from './subject-reader.ts';
import { agreementSubject, articleKey, eventSubject } from './told-keys.ts';

/** An event that was put off or called off is news although the day it was planned for is past. */
const LONGEST_PAST_DAYS = 90;
export const DAYS_AHEAD = 14;
/** A day more, for readers in zones where it is tomorrow. */
const DAYS_READ_AHEAD = DAYS_AHEAD + 1;
/** The first day of a month stands for all of it. */
const DAYS_A_MONTH = 31;

/** What the archive holds at one instant about some time; all editions of that instant are made from it. */
export interface Snapshot {
  /** Those with an article published within the time. */
  readonly stories: readonly Story[];
  /** Those that an article of these stories tells of, and those announced for the next days; by their first day. */
  readonly events: readonly NewsEvent[];
  /** Those that took a step within the time, with their steps since then alone. */
  readonly agreements: readonly Agreement[];
  /** Every article of the stories, and all that tell of the events and agreements. */
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** The stories of articles that tell of agreements. */
  readonly storiesByArticle: ReadonlyMap<ArticleId, Story>;
  readonly silences: readonly SilenceTold[];
  /** What earlier editions may have told of all this. */
  readonly subjects: readonly string[];
  readonly passages: PassageChooser;
  readonly subjectOf: SubjectReader;
  /** The plan remembered under a key, else the one that is made now. */
  readonly planned: (key: string, make: () => EditionPlan) => EditionPlan;
}

export interface Span {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** Reads it in one transaction, so that no article comes or goes meanwhile. */
export function takeSnapshot(span: Span, { store, relationship }: DigestPorts): Promise<Snapshot> {
  return store.transaction(async (view) => {
    const stories = await allPages((window) =>
      view.stories.latest({ since: span.fromAt, until: span.toAt }, window),
    );
    const ofStories = new Set(stories.flatMap(({ articleIds }) => articleIds));
    await othersTurn();
    const events = await eventsNear(span, ofStories, view);
    await othersTurn();
    const agreements = await recentAgreements(span, view);
    await othersTurn();
    const articles = await articlesOf([...ofStories], events, agreements, view);
    const storiesByArticle = await storiesTellingOf(agreements, stories, view);
    return {
      ...{ stories, events, agreements, articles, storiesByArticle },
      silences: await goneQuiet(span.toAt, relationship, view),
      subjects: subjectsOf({ stories, events, agreements }),
      passages: createPassageChooser(articles),
      subjectOf: createSubjectReader({ articles, storiesByArticle }, relationship),
      planned: rememberPlans(),
    };
  });
}

async function eventsNear(
  { fromAt, toAt }: Span,
  recent: ReadonlySet<ArticleId>,
  { ledger }: Store,
): Promise<readonly NewsEvent[]> {
  const fromDay = addDays(dayOf(fromAt), -LONGEST_PAST_DAYS);
  const today = addDays(dayOf(toAt), -1);
  const lastDay = addDays(today, DAYS_READ_AHEAD + 1);
  const events = await allPages((window) => ledger.events({ fromDay }, window, 'oldest'));
  return events.filter(
    ({ evidence, status, fromDay: begins }) =>
      evidence.some(({ articleId }) => recent.has(articleId)) ||
      (status === 'announced' && begins >= today && begins <= lastDay),
  );
}

async function recentAgreements({ fromAt }: Span, { ledger }: Store): Promise<readonly Agreement[]> {
  const fromDay = addDays(dayOf(fromAt), -DAYS_A_MONTH);
  const agreements = await allPages((window) => ledger.agreements({}, window));
  return agreements.flatMap((agreement) => {
    const steps = agreement.steps.filter(({ onDay }) => onDay >= fromDay);
    return steps.length === 0 ? [] : [{ ...agreement, steps }];
  });
}

async function articlesOf(
  ofStories: readonly ArticleId[],
  events: readonly NewsEvent[],
  agreements: readonly Agreement[],
  { articles }: Store,
): Promise<ReadonlyMap<ArticleId, Article>> {
  const evidence = [...events, ...agreements.flatMap(({ steps }) => steps)].flatMap((told) => told.evidence);
  const ids = new Set([...ofStories, ...evidence.map(({ articleId }) => articleId)]);
  const found = await articles.getMany([...ids]);
  return new Map(found.map((article) => [article.id, article]));
}

async function storiesTellingOf(
  agreements: readonly Agreement[],
  known: readonly Story[],
  { stories }: Store,
): Promise<ReadonlyMap<ArticleId, Story>> {
  const byArticle = new Map(known.flatMap((story) => story.articleIds.map((id) => [id, story] as const)));
  const ids = agreements.flatMap(({ steps }) => steps.flatMap(({ evidence }) => evidence));
  const others = [...new Set(ids.map(({ articleId }) => articleId))].filter((id) => !byArticle.has(id));
  for (const story of await stories.ofArticles(others))
    for (const id of story.articleIds) byArticle.set(id, story);
  return byArticle;
}

function subjectsOf({
  stories,
  events,
  agreements,
}: Pick<Snapshot, 'stories' | 'events' | 'agreements'>): readonly string[] {
  const subjects = [
    ...stories.flatMap(({ articleIds }) => articleIds.map(articleKey)),
    ...events.map(eventSubject),
    ...agreements.map(agreementSubject),
  ];
  return [...new Set(subjects)];
}
