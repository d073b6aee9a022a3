import type { Article } from '../domain/article.ts';
import { addDays, type DaySpan, spansOverlap } from '../domain/day.ts';
import type { Shown } from '../domain/edition-plan.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { NewsEvent } from '../domain/ledger.ts';
import { allPages } from './all-pages.ts';
import { daysLookedAt } from './days-looked-at.ts';
import type { DigestPorts, EditionRequest, Section } from './edition-request.ts';
import { isNewsAmong } from './is-news-among.ts';
import { isWanted, subjectOfEvent } from './is-wanted.ts';
import { toldBefore } from './told-before.ts';
import { aheadEventKey, eventKey } from './told-keys.ts';

const MOST_EVENTS = 12;

/** An event that was put off or called off is news although the day it was planned for is past. */
const LONGEST_PAST_DAYS = 90;

/** The events that took place, or whose plans were reported, since the articles looked at; in the order of their days. */
export async function datedEvents(
  request: EditionRequest,
  ports: DigestPorts,
): Promise<Section<Shown<NewsEvent>>> {
  const lookDays = daysLookedAt(request);
  const filter = { fromDay: addDays(lookDays.fromDay, -LONGEST_PAST_DAYS) };
  const events = await allPages((window) => ports.store.ledger.events(filter, window, 'oldest'));
  const articles = await articlesTelling(events, ports);
  const wanted = events.filter((event) => {
    const own = articlesOf(event).flatMap((id) => articles.get(id) ?? []);
    return isWanted(subjectOfEvent(event, own, ports.relationship), request);
  });
  const reported = reportedIn(wanted, articles, request);
  const dated = wanted.filter(
    (event) => reported.has(event.id) && (event.status !== 'held' || tookPlace(event, lookDays)),
  );
  const isNews = await isNewsAmong(dated.flatMap(articlesOf), request, ports);
  const news = dated.filter(({ evidence }) => isNews(evidence));
  const known = await toldBefore(news.map(eventKey), request, ports);
  const fresh = news.filter((event) => !known.has(eventKey(event))).sort(byDay);
  const rows = fresh.slice(0, MOST_EVENTS);
  return {
    rows: { rows, total: fresh.length },
    articleIds: rows.flatMap(articlesOf),
    told: fresh.flatMap((event) => [eventKey(event), aheadEventKey(event)]),
  };
}

export function articlesOf({ evidence }: NewsEvent): readonly ArticleId[] {
  return evidence.map(({ articleId }) => articleId);
}

export async function articlesTelling(
  events: readonly NewsEvent[],
  { store }: DigestPorts,
): Promise<ReadonlyMap<ArticleId, Article>> {
  const articles = await store.articles.getMany([...new Set(events.flatMap(articlesOf))]);
  return new Map(articles.map((article) => [article.id, article]));
}

/** A year alone is too little to say that it was now. */
function tookPlace(event: NewsEvent, days: DaySpan): boolean {
  return event.precision !== 'year' && spansOverlap(event, days);
}

/** The ids of those events of which an article within the time looked at tells. */
function reportedIn(
  events: readonly NewsEvent[],
  articles: ReadonlyMap<ArticleId, Article>,
  { lookFromAt, period }: EditionRequest,
): ReadonlySet<string> {
  const recent = new Set(
    [...articles.values()]
      .filter(({ publication: { at } }) => at !== null && at >= lookFromAt && at < period.toAt)
      .map(({ id }) => id),
  );
  return new Set(
    events.filter((event) => articlesOf(event).some((id) => recent.has(id))).map(({ id }) => id),
  );
}

/** By day; a visit before what happens during it. */
function byDay(a: NewsEvent, b: NewsEvent): number {
  const isVisit = ({ kind }: NewsEvent) => Number(kind === 'visit');
  return a.fromDay.localeCompare(b.fromDay) || isVisit(b) - isVisit(a) || (a.id < b.id ? -1 : 1);
}
