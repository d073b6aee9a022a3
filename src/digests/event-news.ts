import {
  type Day,
  type DaySpan,
  dayOf,
  daysBetween,
  isoAtPrecision,
  spanOf,
  spansOverlap,
} from '../domain/day.ts';
import type { Development } from '../domain/edition-plan.ts';
import type { StoryId } from '../domain/identity.ts';
import { EVENT_STATUSES, type EventStatus, type NewsEvent } from '../domain/ledger.ts';
import { daysLookedAt } from './days-looked-at.ts';
import type { Material, Section } from './edition-request.ts';
import { isWanted } from './is-wanted.ts';
import { citable, isNews, isRecent, reportsOf } from './reports-of.ts';
import { eventKey, eventSubject } from './told-keys.ts';

/** What was told so long before or after an event's days was another happening between the same people. */
const SAME_HAPPENING_DAYS = 30;

type EventChange = Extract<Development, { kind: 'event' }>;

/** What was told of an event: its status, and its first day as precisely as it was known then. */
export type EventFact = EventChange['was'];

/** Events that took place, or whose plans were reported, in the time looked at: those new to the reader, and changes. */
export interface EventNews {
  readonly events: Section<NewsEvent>;
  readonly changes: Section<EventChange>;
}

/** In the order of their days. */
export function eventNews(material: Material): EventNews {
  const { period } = material.request;
  const today = dayOf(period.toAt - 1, period.zone);
  const days = daysLookedAt(material.request);
  const news = material.snapshot.events
    .filter((event) => isNewsNow(event, days, material))
    .map((event) => shownEvent(asOf(today, event), material))
    .toSorted(byDay);
  const judged = news.map((event) => ({ event, was: lastTold(event, material) }));
  const fresh = judged.flatMap(({ event, was }) => (was === null ? [event] : []));
  const changes = judged.flatMap(({ event, was }): EventChange[] =>
    was !== null && hasChanged(event, was) ? [{ kind: 'event', event, was }] : [],
  );
  return {
    events: { rows: fresh, told: fresh.map(eventKey) },
    changes: { rows: changes, told: changes.map(({ event }) => eventKey(event)) },
  };
}

/** What was told last of the same happening; null when nothing was. */
export function lastTold(event: NewsEvent, { told, snapshot }: Material): EventFact | null {
  const subject = eventSubject(event);
  const facts = told.of(subject).flatMap(readFact);
  if (facts.length === 0) return null;
  const others = snapshot.events.filter((other) => other.id !== event.id && eventSubject(other) === subject);
  const own = facts.filter(
    (fact) =>
      isNear(fact, event) && !others.some((other) => isExactly(fact, other) && !isExactly(fact, event)),
  );
  return own.findLast((fact) => fact.status === event.status && isExactly(fact, event)) ?? own.at(-1) ?? null;
}

function isNewsNow(event: NewsEvent, days: DaySpan, material: Material): boolean {
  const { request, snapshot } = material;
  const reports = reportsOf(event.evidence, material);
  return (
    reports.some((article) => isRecent(article, request)) &&
    (event.status !== 'held' || tookPlace(event, days)) &&
    isNews(reports, request) &&
    isWanted(snapshot.subjectOf.ofEvent(event), request)
  );
}

/** Of what has begun, articles write as of what was held; it lasts until its last day. */
function asOf(today: Day, event: NewsEvent): NewsEvent {
  if (event.status !== 'held' || event.precision !== 'day') return event;
  if (event.fromDay > today) return { ...event, status: 'announced' };
  const isUnderWay = event.fromDay < event.toDay && event.toDay >= today;
  return isUnderWay ? { ...event, status: 'under-way' } : event;
}

/** As it is shown: what may be cited, and its stories, the one first from which most of its evidence comes. */
export function shownEvent(event: NewsEvent, material: Material): NewsEvent {
  const { storiesByArticle } = material.snapshot;
  const homes = event.evidence.map(({ articleId }) => storiesByArticle.get(articleId)?.id);
  const weight = (id: StoryId) => homes.filter((home) => home === id).length;
  return {
    ...event,
    evidence: citable(event.evidence, material),
    storyIds: event.storyIds.toSorted((a, b) => weight(b) - weight(a)),
  };
}

/** A year alone is too little to say that it was now. */
function tookPlace(event: NewsEvent, days: DaySpan): boolean {
  return event.precision !== 'year' && spansOverlap(event, days);
}

/** A better status, or a first day that what was told does not hold; that less is known than before is no news. */
function hasChanged(event: NewsEvent, was: EventFact): boolean {
  if (was.status !== event.status) return !isUnsaid(event.status, was.status);
  const told = spanOf(was.on);
  if (told === null || (told.precision === 'day' && spansOverlap(told, event))) return false;
  if (told.precision === 'day') return event.precision === 'day';
  return event.precision === 'day' && isoAtPrecision(event.fromDay, event.precision) !== was.on;
}

/** Whoever has read that something has begun is told neither that it is planned nor that it is over. */
function isUnsaid(now: EventStatus, was: EventStatus): boolean {
  const hasBegun = was === 'held' || was === 'under-way';
  return hasBegun && (now === 'announced' || now === 'under-way' || now === 'held');
}

function readFact(fact: string): EventFact[] {
  const [status, on] = fact.split(':');
  const known = EVENT_STATUSES.find((each) => each === status);
  return known === undefined || on === undefined ? [] : [{ status: known, on }];
}

function isExactly({ on }: EventFact, event: DaySpan): boolean {
  return isoAtPrecision(event.fromDay, event.precision) === on;
}

function isNear({ on }: EventFact, event: DaySpan): boolean {
  const span = spanOf(on);
  if (span === null) return false;
  return (
    spansOverlap(span, event) || Math.abs(daysBetween(span.fromDay, event.fromDay)) <= SAME_HAPPENING_DAYS
  );
}

/** By day; a visit before what happens during it, and what most articles tell of before the rest. */
function byDay(a: NewsEvent, b: NewsEvent): number {
  const isVisit = ({ kind }: NewsEvent) => Number(kind === 'visit');
  return (
    a.fromDay.localeCompare(b.fromDay) ||
    isVisit(b) - isVisit(a) ||
    b.evidence.length - a.evidence.length ||
    (a.id < b.id ? -1 : 1)
  );
}
