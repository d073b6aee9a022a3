import type { EventObservation, VisitKind } from '../domain/ledger.ts';
import { sideOfMention } from '../understand/find-mentions.ts';
import { eventStatusOf } from './event-status.ts';
import { type ArticleReading, hasCue, type SentenceReading } from './read-sentence.ts';
import { toldDate } from './told-date.ts';
import { hostSideOf, visitorOf } from './visit-parties.ts';

const LEAD_SENTENCES = 3;

interface FoundVisit {
  readonly observation: EventObservation;
  /** The sentence itself dates the visit. */
  readonly isDated: boolean;
  readonly isLead: boolean;
}

/**
 * Visits told of: a person of one side, a word for a visit, and the other side as its goal, in one sentence. A sentence
 * without a date takes that of another sentence about the same visit; in the lead, that of the article.
 */
export function observeVisits(reading: ArticleReading): EventObservation[] {
  const found = reading.sentences.flatMap((sentence) => visitIn(sentence, reading) ?? []);
  const dated = found.filter(({ isDated }) => isDated);
  return found.flatMap((visit) => {
    if (visit.isDated) return [visit.observation];
    const same = dated.find(({ observation }) => observation.key === visit.observation.key);
    if (same === undefined)
      return visit.isLead && visit.observation.status === 'held' ? [visit.observation] : [];
    const { fromDay, toDay, precision, status } = same.observation;
    return [{ ...visit.observation, fromDay, toDay, precision, status }];
  });
}

function visitIn(sentence: SentenceReading, reading: ArticleReading): FoundVisit | null {
  const cue = sentence.cues.find((hit) => hit.cue === 'visit');
  if (cue === undefined || hasCue(sentence, 'invites')) return null;
  const host = hostSideOf(sentence, reading);
  const visitor = host === null ? null : visitorOf(sentence, reading, host);
  const date = toldDate(sentence, cue.start, reading);
  if (host === null || visitor === null || date === 'vague') return null;
  const span = date ?? reading.mainDate;
  const status =
    date === null && hasCue(sentence, 'future')
      ? 'announced'
      : eventStatusOf(sentence, span, reading.publishedDay);
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
      placeId: placeOn(host, sentence, reading),
      topicIds: reading.topicIds,
    },
  };
}

function placeOn(side: string, { mentions }: SentenceReading, { index }: ArticleReading): string | null {
  const place = mentions.find(
    (mention) => mention.kind === 'place' && sideOfMention(mention, index) === side,
  );
  return place?.entityId ?? null;
}

function visitKindOf(sentence: SentenceReading): VisitKind | null {
  if (hasCue(sentence, 'state')) return 'state';
  if (hasCue(sentence, 'official')) return 'official';
  return hasCue(sentence, 'working') ? 'working' : null;
}
