import { type Day, isoAtPrecision } from '../domain/day.ts';
import type { SilenceTold } from '../domain/edition-plan.ts';
import type { ArticleId, EditionId } from '../domain/identity.ts';
import type { Agreement, AgreementStatus, NewsEvent } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';

/** A key is a subject and, after a `#`, what of it was told; the subject alone finds all that was told of it. */

/** A story is told by its articles, so that it stays told when it is merged with another or gets a new id. */
export function storyKeys(story: Story): readonly string[] {
  return story.articleIds.map(articleKey);
}

export function articleKey(id: ArticleId): string {
  return `article:${id}`;
}

const TIME_IN_ID = /-\d{4}(?:-\d{2}){0,2}(?:-to-\d{4}(?:-\d{2}){0,2})?$/;

/** The id without its time, which changes when better dates come to light: what is told stays told. */
export function eventSubject({ id }: Pick<NewsEvent, 'id'>): string {
  return `event:${id.replace(TIME_IN_ID, '')}`;
}

/** Another status or another first day is news; another title or participant is not. */
export function eventKey(event: NewsEvent): string {
  return `${eventSubject(event)}#${event.status}:${isoAtPrecision(event.fromDay, event.precision)}`;
}

export function agreementSubject({ id }: Pick<Agreement, 'id'>): string {
  return `agreement:${id}`;
}

export function agreementKey(agreement: Agreement, status: AgreementStatus): string {
  return `${agreementSubject(agreement)}#${status}`;
}

export function anniversaryKey(anniversaryId: string, day: Day): string {
  return `ahead:anniversary:${anniversaryId}#${day.slice(0, 4)}`;
}

export function officeKey(personId: string, officeId: string, change: string): string {
  return `office:${personId}:${officeId}#${change}`;
}

/** Another silence begins with another last day. */
export function silenceKey({ kind, of, lastDay }: SilenceTold): string {
  return `silence:${kind}:${of}#${lastDay}`;
}

export function correctionKey(id: EditionId): string {
  return `correction:${id}`;
}

export function subjectOf(key: string): string {
  return key.split('#')[0] ?? key;
}

/** What of its subject a key tells; empty when it tells all of it. */
export function factOf(key: string): string {
  return key.slice(subjectOf(key).length + 1);
}
