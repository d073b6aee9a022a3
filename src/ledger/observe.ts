import type { Article } from '../domain/article.ts';
import type { EventObservation, Observation } from '../domain/ledger.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import type { ReadArticle } from '../understand/understand.ts';
import { observeAgreements } from './observe-agreements.ts';
import { observeMeetings } from './observe-meetings.ts';
import { observeVisits } from './observe-visits.ts';
import { readForLedger } from './read-sentence.ts';

/** What one article adds to the ledger; nothing for an article that is not about the relationship. */
export function observe(article: Article, read: ReadArticle, index: ProfileIndex): readonly Observation[] {
  const { kind } = read.understanding.relevance;
  const reading = kind === 'bilateral' || kind === 'one-side' ? readForLedger(article, read, index) : null;
  if (reading === null) return [];
  const meetings = observeMeetings(reading);
  const visits = observeVisits(reading).map((visit) => withHosts(visit, meetings));
  return [...visits, ...meetings, ...observeAgreements(reading)];
}

/** A visit also names whom the guest met during it. */
function withHosts(visit: EventObservation, meetings: readonly EventObservation[]): EventObservation {
  const [visitor] = visit.personIds;
  const met = meetings
    .filter(({ personIds }) => visitor !== undefined && personIds.includes(visitor))
    .flatMap(({ personIds }) => personIds);
  return { ...visit, personIds: [...new Set([...visit.personIds, ...met])] };
}
