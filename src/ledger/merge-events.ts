import type { Evidence } from '../domain/article.ts';
import { type Day, type DaySpan, isoAtPrecision, type Precision } from '../domain/day.ts';
import type { EventId } from '../domain/identity.ts';
import type {
  EventObservation,
  EventStatus,
  NewsEvent,
  Observation,
  Participant,
  VisitKind,
} from '../domain/ledger.ts';
import { titleAt } from '../domain/offices.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { groupObservations } from './group-observations.ts';

/** Days that may lie between two reports of one happening. */
const EVENT_GAP_DAYS = { visit: 2, meeting: 1, call: 1 } as const;
/** Evidence kept for one event; more of the same adds nothing. */
const MOST_EVIDENCE = 40;
const PRECISIONS: readonly Precision[] = ['day', 'month', 'year'];
const VISIT_KINDS: readonly VisitKind[] = ['state', 'official', 'working'];

export function gapDaysOf(observation: Observation): number {
  return observation.about === 'event' && observation.kind === 'visit'
    ? EVENT_GAP_DAYS.visit
    : EVENT_GAP_DAYS.meeting;
}

/** The events that observations of one key tell of, without their stories. */
export function mergeEvents(observations: readonly EventObservation[], index: ProfileIndex): NewsEvent[] {
  const [first] = observations;
  if (first === undefined) return [];
  return groupObservations(observations, gapDaysOf(first)).map((members) => eventOf(members, index));
}

function eventOf(members: readonly EventObservation[], index: ProfileIndex): NewsEvent {
  const { kind, key, hostSide } = members[0] as EventObservation;
  const precision = PRECISIONS.find((each) => members.some((member) => member.precision === each)) ?? 'year';
  const precise = members.filter((member) => member.precision === precision);
  const fromDay = precise.map((member) => member.fromDay).sort()[0] as Day;
  const toDay = precise
    .map((member) => member.toDay)
    .sort()
    .at(-1) as Day;
  const participants = participantsOf(members, fromDay, index);
  return {
    id: `${key.toLowerCase().replaceAll('|', '-')}-${timeOf({ fromDay, toDay, precision })}` as EventId,
    kind,
    title: titleOf(kind, participants, hostSide, index),
    fromDay,
    toDay,
    precision,
    status: statusOf(members),
    visitKind: mostTold(
      members.map(({ visitKind }) => visitKind),
      VISIT_KINDS,
    ),
    participants,
    hostSide,
    placeId: mostTold(members.map(({ placeId }) => placeId)),
    topicIds: commonTopics(members),
    storyIds: [],
    evidence: evidenceOf(members),
  };
}

/**
 * Tells the happenings of one key apart. Day-precise ones never begin on one day, and keep their name when they turn out
 * longer; coarser ones may begin with a day-precise one or with each other.
 */
function timeOf({ fromDay, toDay, precision }: DaySpan): string {
  const [from, to] = [isoAtPrecision(fromDay, precision), isoAtPrecision(toDay, precision)];
  return precision === 'day' || from === to ? from : `${from}-to-${to}`;
}

/** Held once anybody reports it held; else the worst news of it. */
function statusOf(members: readonly EventObservation[]): EventStatus {
  const order: readonly EventStatus[] = ['held', 'under-way', 'cancelled', 'postponed', 'announced'];
  return order.find((status) => members.some((member) => member.status === status)) ?? 'announced';
}

function participantsOf(members: readonly EventObservation[], day: Day, index: ProfileIndex): Participant[] {
  const [visitor] = (members[0]?.kind === 'visit' ? members[0].personIds : []) as readonly string[];
  const ids = new Set(members.flatMap(({ personIds }) => personIds));
  const ordered = [...ids].sort(
    (a, b) => Number(b === visitor) - Number(a === visitor) || a.localeCompare(b),
  );
  return ordered.flatMap((id) => {
    const person = index.people.get(id);
    if (person === undefined) return [];
    return [
      { id, name: person.name, office: titleAt(person, day, index.relationship.offices), side: person.side },
    ];
  });
}

function titleOf(
  kind: string,
  participants: readonly Participant[],
  hostSide: string | null,
  index: ProfileIndex,
): string {
  const host = index.relationship.sides.find(({ id }) => id === hostSide);
  if (kind === 'visit') return `Visit of ${participants[0]?.name ?? ''} to ${host?.name ?? ''}`;
  const names = participants.map(({ name }) => name).join(' and ');
  return kind === 'call' ? `Phone call between ${names}` : `Meeting of ${names}`;
}

/** The value told most often; `order`, else the alphabet, breaks ties. */
function mostTold<Value extends string>(
  values: readonly (Value | null)[],
  order: readonly Value[] = [],
): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(
    ([a, timesA], [b, timesB]) =>
      timesB - timesA || order.indexOf(a) - order.indexOf(b) || a.localeCompare(b),
  );
  return ranked[0]?.[0] ?? null;
}

/** Topics of at least a third of the articles. */
function commonTopics(members: readonly EventObservation[]): string[] {
  const byArticle = new Map(members.map(({ articleId, topicIds }) => [articleId, topicIds]));
  const all = [...byArticle.values()].flat();
  return [...new Set(all)]
    .filter((id) => all.filter((each) => each === id).length * 3 >= byArticle.size)
    .sort();
}

export function evidenceOf(members: readonly Observation[]): Evidence[] {
  const unique = new Map(
    members.map(({ articleId, start, end }) => [`${articleId} ${start}`, { articleId, start, end }]),
  );
  return [...unique.values()]
    .sort((a, b) => a.articleId.localeCompare(b.articleId) || a.start - b.start)
    .slice(0, MOST_EVIDENCE);
}
