import type { CorrectionTold, Development, EditionPlan, Headline, Shown } from '../domain/edition-plan.ts';
import type { EditionLength } from '../domain/subscription.ts';
import { agreementNews } from './agreement-news.ts';
import { chooseHeadline } from './choose-headline.ts';
import { articleIdsIn, citedInPlan } from './cited-in-plan.ts';
import type { Material, Section } from './edition-request.ts';
import { eventNews } from './event-news.ts';
import { lookAhead } from './look-ahead.ts';
import { newStories, storyTold } from './new-stories.ts';
import { officeChanges } from './office-changes.ts';
import { unlisted } from './past-corrections.ts';
import { secondSides } from './second-sides.ts';
import { silences } from './silences.ts';

interface Measures {
  readonly mostRows: number;
  readonly mostSentences: number;
  readonly hasCoverage: boolean;
}

/** Even a full edition is read by people: the commands list what is beyond it. */
const MEASURES: Readonly<Record<EditionLength, Measures>> = {
  short: { mostRows: 3, mostSentences: 1, hasCoverage: false },
  standard: { mostRows: 12, mostSentences: 1, hasCoverage: true },
  full: { mostRows: 100, mostSentences: 2, hasCoverage: true },
};

/** Puts an edition together from what was read; no key is in two sections. */
export function planEdition(material: Material, corrected: readonly CorrectionTold[]): EditionPlan {
  const { request, snapshot } = material;
  const { mostRows, mostSentences, hasCoverage } = MEASURES[request.length];
  const sections = sectionsOf(material, corrected);
  const { events, agreements, developments } = sections;
  const headline = chooseHeadline(headlinesAmong(sections));
  const stories = shown(sections.stories, mostRows);
  const plan = {
    period: request.period,
    due: request.due,
    headline,
    stories: { ...stories, rows: stories.rows.map((story) => storyTold(story, mostSentences, material)) },
    developments: shown(without(developments, headline), mostRows),
    events: shown(without(events, headline), mostRows),
    agreements: shown(without(agreements, headline), mostRows),
    ahead: shown(sections.ahead, mostRows),
    offices: shown(sections.offices, mostRows),
    silences: shown(hasCoverage ? sections.silences : { rows: [], told: [] }, mostRows),
    corrections: shown(sections.corrections, mostRows),
    told: [...new Set(Object.values(sections).flatMap(({ told }) => told))],
  };
  const found = articleIdsIn(plan).flatMap((id) => snapshot.articles.get(id) ?? []);
  const articles = new Map(found.map((article) => [article.id, article]));
  return { ...plan, articles, cited: citedInPlan(plan, articles) };
}

function sectionsOf(material: Material, corrected: readonly CorrectionTold[]) {
  const ofEvents = eventNews(material);
  const ofAgreements = agreementNews(material);
  const sides = secondSides(material);
  const changed = ofEvents.changes.rows.map(({ event }) => event);
  return {
    stories: newStories(material),
    developments: joined<Development>(ofAgreements.changes, ofEvents.changes, sides),
    events: ofEvents.events,
    agreements: ofAgreements.agreements,
    ahead: lookAhead(material, [...ofEvents.events.rows, ...changed]),
    offices: officeChanges(material),
    silences: silences(material),
    corrections: unlisted(corrected, material.told),
  };
}

function headlinesAmong({
  developments,
  events,
  agreements,
}: Pick<ReturnType<typeof sectionsOf>, 'developments' | 'events' | 'agreements'>): readonly Headline[] {
  return [
    ...developments.rows.filter((row) => row.kind !== 'side'),
    ...agreements.rows.map((told) => ({ kind: 'new-agreement' as const, told })),
    ...events.rows.map((event) => ({ kind: 'new-event' as const, event })),
  ];
}

function without<Row>(section: Section<Row>, headline: Headline | null): Section<Row> {
  const own = ownOf(headline);
  return { ...section, rows: section.rows.filter((row) => row !== headline && row !== own) };
}

/** What a headline shows, as it would stand in its section. */
function ownOf(headline: Headline | null): unknown {
  if (headline === null) return null;
  return 'event' in headline ? headline.event : headline.told;
}

function joined<Row>(...sections: readonly Section<Row>[]): Section<Row> {
  return { rows: sections.flatMap(({ rows }) => rows), told: sections.flatMap(({ told }) => told) };
}

function shown<Row>({ rows }: Section<Row>, most: number): Shown<Row> {
  return { rows: rows.slice(0, most), total: rows.length };
}
