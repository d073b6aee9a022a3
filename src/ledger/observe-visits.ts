import type { EventObservation, VisitKind } from '../domain/ledger.ts';
import { sideOfMention } from '../understand/find-mentions.ts';
import { eventStatusOf } from './event-status.ts';
import {
  type ArticleReading,
  hasCue,
  type NamedPerson,
  type SentenceReading,
  type SpanOfDays,
} from './read-sentence.ts';

/** Languages that put the goal before the word for the visit: "Пәкістанға сапар", "پاکستان کا دورہ". */
const GOAL_FIRST = new Set(['kk', 'ur']);
const LEAD_SENTENCES = 3;

/** Visits told of: a person of one side, a word for a visit, and the other side as its goal, in one sentence. */
export function observeVisits(reading: ArticleReading): EventObservation[] {
  const found = reading.sentences.flatMap((sentence) => visitIn(sentence, reading) ?? []);
  const dated = found.filter(({ isDated }) => isDated);
  return found.flatMap((visit) => {
    if (visit.isDated) return [visit.observation];
    const same = dated.find(({ observation }) => observation.key === visit.observation.key);
    if (same === undefined) return visit.isLead ? [visit.observation] : [];
    const { fromDay, toDay, precision } = same.observation;
    return [{ ...visit.observation, fromDay, toDay, precision }];
  });
}

interface FoundVisit {
  readonly observation: EventObservation;
  /** The sentence itself dates the visit. */
  readonly isDated: boolean;
  readonly isLead: boolean;
}

function visitIn(sentence: SentenceReading, reading: ArticleReading): FoundVisit | null {
  if (!hasCue(sentence, 'visit') || hasCue(sentence, 'invites')) return null;
  const host = hostSideOf(sentence, reading);
  if (host === null) return null;
  const visitor = visitorOf(sentence, reading, host);
  if (visitor === null) return null;
  const date = visitDate(sentence);
  const span = date ?? reading.mainDate;
  const status = eventStatusOf(sentence, span, reading.publishedDay);
  if (date === null && status === 'announced') return null;
  const place = sentence.mentions.find(
    (mention) => mention.kind === 'place' && sideOfMention(mention, reading.index) === host,
  );
  return {
    isDated: date !== null,
    isLead: sentence.at < LEAD_SENTENCES,
    observation: {
      about: 'event',
      kind: 'visit',
      articleId: reading.article.id,
      key: `visit|${visitor.id}|${host}`,
      ...span,
      start: sentence.start,
      end: sentence.end,
      status,
      visitKind: visitKindOf(sentence),
      personIds: [visitor.id],
      hostSide: host,
      placeId: place?.entityId ?? null,
      topicIds: reading.topicIds,
    },
  };
}

/** The side visited: the one named nearest to the word for the visit, on the side where the language puts the goal. */
function hostSideOf(sentence: SentenceReading, { index }: ArticleReading): string | null {
  const cue = sentence.cues.find((hit) => hit.cue === 'visit');
  if (cue === undefined) return null;
  const ours = new Set(index.relationship.sides.map(({ id }) => id));
  const goals = sentence.mentions
    .filter(({ kind }) => kind === 'side' || kind === 'place')
    .filter((mention) => !isAdjectiveOfPerson(mention.end, sentence))
    .map((mention) => ({ side: sideOfMention(mention, index), offset: mention.start - cue.start }))
    .filter(({ side }) => ours.has(side));
  const isPreferred = (offset: number) => (GOAL_FIRST.has(sentence.language) ? offset < 0 : offset > 0);
  const nearest = [...goals].sort(
    (a, b) =>
      Number(isPreferred(b.offset)) - Number(isPreferred(a.offset)) ||
      Math.abs(a.offset) - Math.abs(b.offset),
  );
  return nearest[0]?.side ?? null;
}

/** "Kazakh Foreign Minister", "Pakistan's Prime Minister": the country belongs to the title and is no goal. */
function isAdjectiveOfPerson(end: number, sentence: SentenceReading): boolean {
  return sentence.mentions.some(
    ({ kind, start }) => (kind === 'office' || kind === 'person') && start >= end && start - end <= 4,
  );
}

function visitorOf(sentence: SentenceReading, reading: ArticleReading, host: string): NamedPerson | null {
  const guests = sentence.people.filter(({ side }) => side !== host && side !== 'third');
  if (guests[0] !== undefined) return guests[0];
  if (sentence.people.length > 0 || sentence.at === 0) return null;
  // "The visit ended with …": the guest is whom the sentence before named, if it named only one.
  const before =
    reading.sentences[sentence.at - 1]?.people.filter(({ side }) => side !== host && side !== 'third') ?? [];
  return before.length === 1 ? (before[0] ?? null) : null;
}

/** The date told nearest to the word for the visit; a day or range before a month or year. */
function visitDate(sentence: SentenceReading): SpanOfDays | null {
  const cue = sentence.cues.find((hit) => hit.cue === 'visit');
  const near = [...sentence.dates]
    .filter(({ precision }) => precision !== 'year')
    .sort(
      (a, b) =>
        Number(b.precision === 'day') - Number(a.precision === 'day') ||
        Math.abs(a.start - (cue?.start ?? 0)) - Math.abs(b.start - (cue?.start ?? 0)),
    )[0];
  return near === undefined ? null : { fromDay: near.fromDay, toDay: near.toDay, precision: near.precision };
}

function visitKindOf(sentence: SentenceReading): VisitKind | null {
  if (hasCue(sentence, 'state')) return 'state';
  if (hasCue(sentence, 'official')) return 'official';
  return hasCue(sentence, 'working') ? 'working' : null;
}
