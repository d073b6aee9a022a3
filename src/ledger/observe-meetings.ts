import { daysBetween } from '../domain/day.ts';
import type { EventObservation } from '../domain/ledger.ts';
import { isElsewhere } from './absent-people.ts';
import { eventStatusOf } from './event-status.ts';
import {
  type ArticleReading,
  hasCue,
  type NamedPerson,
  type SentenceReading,
  type SpanOfDays,
} from './read-sentence.ts';
import { toldDate } from './told-date.ts';

const LEAD_SENTENCES = 3;
/** A sentence that names more people than this is a list of guests, not a meeting of each with each. */
const MOST_PEOPLE = 4;
const ONE_MEETING_DAYS = 14;

/** Meetings and calls told of: people of both sides and a word for meeting or telephoning, in one sentence. */
export function observeMeetings(reading: ArticleReading): EventObservation[] {
  const isCall = reading.sentences.slice(0, LEAD_SENTENCES).some((sentence) => hasCue(sentence, 'call'));
  const kind = isCall ? 'call' : 'meeting';
  const found = reading.sentences
    .map((sentence) => withPairBefore(sentence, reading))
    .flatMap((sentence): EventObservation[] => {
      const span = meetingDate(sentence, reading);
      if (span === null || hasCue(sentence, 'invites')) return [];
      return pairsOf(sentence, reading).map(([one, two]) => ({
        about: 'event' as const,
        kind,
        articleId: reading.article.id,
        key: `${kind}|${[one.id, two.id].sort().join('|')}`,
        ...span,
        start: sentence.start,
        end: sentence.end,
        status: eventStatusOf(sentence, span, reading.publishedDay),
        visitKind: null,
        personIds: [one.id, two.id],
        hostSide: null,
        placeId: isCall
          ? null
          : (sentence.mentions.find((mention) => mention.kind === 'place')?.entityId ?? null),
        topicIds: reading.topicIds,
      }));
    });
  return found.map((meeting) => onFirstDay(meeting, found));
}

/** "The two leaders met in Samarkand": who they are stands in the sentence before, which then belongs to the evidence. */
function withPairBefore(sentence: SentenceReading, { sentences, index }: ArticleReading): SentenceReading {
  const before = sentences[sentence.at - 1];
  if (before === undefined || sentence.people.length > 0 || !hasCue(sentence, 'meeting', 'call'))
    return sentence;
  const isPair =
    before.people.length === 2 &&
    index.relationship.sides.every(({ id }) => before.people.some(({ side }) => side === id));
  if (!isPair) return sentence;
  const dates = sentence.dates.length > 0 ? sentence.dates : before.dates;
  return { ...sentence, start: before.start, text: before.text, people: before.people, dates };
}

/** One article tells of one meeting of a pair: other days near it belong to what they spoke of. */
function onFirstDay(meeting: EventObservation, found: readonly EventObservation[]): EventObservation {
  const first = found.find(({ key, precision }) => key === meeting.key && precision === 'day');
  if (first === undefined || Math.abs(daysBetween(first.fromDay, meeting.fromDay)) > ONE_MEETING_DAYS)
    return meeting;
  const { fromDay, toDay, precision, status } = first;
  return { ...meeting, fromDay, toDay, precision, status };
}

/** When they met; null without a word for meeting, and for plans without a day. */
function meetingDate(sentence: SentenceReading, reading: ArticleReading): SpanOfDays | null {
  const cue = sentence.cues.find((hit) => hit.cue === 'meeting' || hit.cue === 'call');
  if (cue === undefined) return null;
  const told = toldDate(sentence, cue.start, reading);
  if (told === 'vague' || (told === null && hasCue(sentence, 'future'))) return null;
  return told ?? reading.mainDate;
}

/** Who met whom: everybody of one side with everybody of the other, as far as the sentence names few. */
function pairsOf(sentence: SentenceReading, { index }: ArticleReading): [NamedPerson, NamedPerson][] {
  const [sideA, sideB] = index.relationship.sides;
  const people = sentence.people.filter(({ start }) => !isElsewhere(start, sentence));
  if (people.length > MOST_PEOPLE) return [];
  const ofA = people.filter(({ side }) => side === sideA.id);
  const ofB = people.filter(({ side }) => side === sideB.id);
  return ofA.flatMap((one) => ofB.map((two): [NamedPerson, NamedPerson] => [one, two]));
}
