import type { EventObservation } from '../domain/ledger.ts';
import { eventStatusOf } from './event-status.ts';
import {
  type ArticleReading,
  hasCue,
  type NamedPerson,
  type SentenceReading,
  type SpanOfDays,
} from './read-sentence.ts';

const LEAD_SENTENCES = 3;
/** A sentence that names more people than this is a list of guests, not a meeting of each with each. */
const MOST_PEOPLE = 4;

/** Meetings and calls told of: people of both sides and a word for meeting or telephoning, in one sentence. */
export function observeMeetings(reading: ArticleReading): EventObservation[] {
  const isCall = reading.sentences.slice(0, LEAD_SENTENCES).some((sentence) => hasCue(sentence, 'call'));
  return reading.sentences.flatMap((sentence) => {
    if (!hasCue(sentence, 'meeting', 'call') || hasCue(sentence, 'invites')) return [];
    const span = meetingDate(sentence, reading);
    return pairsOf(sentence, reading).map(([one, two]) => ({
      about: 'event' as const,
      kind: isCall ? ('call' as const) : ('meeting' as const),
      articleId: reading.article.id,
      key: `${isCall ? 'call' : 'meeting'}|${[one.id, two.id].sort().join('|')}`,
      ...span,
      start: sentence.start,
      end: sentence.end,
      status: eventStatusOf(sentence, span, reading.publishedDay),
      visitKind: null,
      personIds: [one.id, two.id],
      hostSide: null,
      placeId: sentence.mentions.find(({ kind }) => kind === 'place')?.entityId ?? null,
      topicIds: reading.topicIds,
    }));
  });
}

/** Who met whom: everybody of one side with everybody of the other, as far as the sentence names few. */
function pairsOf(sentence: SentenceReading, { index }: ArticleReading): [NamedPerson, NamedPerson][] {
  const [sideA, sideB] = index.relationship.sides;
  const people = sentence.people.filter(({ start }) => !isOnlyGreeted(start, sentence));
  if (people.length > MOST_PEOPLE) return [];
  const ofA = people.filter(({ side }) => side === sideA.id);
  const ofB = people.filter(({ side }) => side === sideB.id);
  return ofA.flatMap((one) => ofB.map((two): [NamedPerson, NamedPerson] => [one, two]));
}

/** "conveyed greetings from …", "at the invitation of …": named, but not there. */
const ABSENT =
  /(?:greetings (?:from|of)|invitation of|on behalf of|Grüße von|Einladung von|по приглашению|приветствие|привет от|шақыруымен|сәлемін|کی دعوت پر|کا پیغام)[^.;:]{0,60}$/iu;

function isOnlyGreeted(start: number, sentence: SentenceReading): boolean {
  return ABSENT.test(sentence.text.slice(0, start - sentence.start));
}

function meetingDate(sentence: SentenceReading, reading: ArticleReading): SpanOfDays {
  const told =
    sentence.dates.find(({ precision }) => precision === 'day') ??
    sentence.dates.find(({ precision }) => precision === 'month');
  const { fromDay, toDay, precision } = told ?? reading.mainDate;
  return { fromDay, toDay, precision };
}
