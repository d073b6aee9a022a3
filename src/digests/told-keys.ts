import type { Day } from '../domain/day.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Agreement, AgreementStatus, NewsEvent } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';

/** A key is a subject and, after a `#`, what of it was told; the subject alone finds all that was told of it. */

/** A story is told by its articles, so that it stays told when it is merged with another or gets a new id. */
export function storyKeys(story: Story): readonly string[] {
  return story.articleIds.map(articleKey);
}

function articleKey(id: ArticleId): string {
  return `article:${id}`;
}

/** Another status or another first day is news; another title or participant is not. */
export function eventKey(event: NewsEvent): string {
  return `event:${event.id}#${event.status}:${event.fromDay}`;
}

export function agreementKey(agreement: Agreement, status: AgreementStatus): string {
  return `agreement:${agreement.id}#${status}`;
}

/** What lies ahead is said once, when it comes within sight. */
export function aheadEventKey(event: NewsEvent): string {
  return `ahead:event:${event.id}#${event.fromDay}`;
}

export function anniversaryKey(anniversaryId: string, day: Day): string {
  return `ahead:anniversary:${anniversaryId}#${day.slice(0, 4)}`;
}

export function subjectOf(key: string): string {
  return key.split('#')[0] ?? key;
}
