import type { Development, EditionPlan, Headline } from '../domain/edition-plan.ts';
import { AGREEMENT_STATUSES, type AgreementStatus, type NewsEvent } from '../domain/ledger.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';

const FEWEST_ORIGINS = 3;

/** Worth waking somebody for: a visit, an agreement signed or beyond, a story that both sides and several outlets report. */
export function isImportant(plan: EditionPlan, relationship: Relationship): boolean {
  const changes = [...plan.developments.rows, ...(plan.headline === null ? [] : [plan.headline])];
  return (
    plan.events.rows.some(isVisit) ||
    plan.agreements.rows.some(({ step }) => isSigned(step.status)) ||
    plan.stories.rows.some(({ story }) => isWidelyTold(story, relationship)) ||
    changes.some((change) => isImportantChange(change, relationship))
  );
}

function isImportantChange(change: Development | Headline, relationship: Relationship): boolean {
  switch (change.kind) {
    case 'event':
    case 'new-event':
      return isVisit(change.event);
    case 'agreement':
    case 'new-agreement':
      return isSigned(change.told.step.status);
    case 'side':
      return isWidelyTold(change.story, relationship);
  }
}

function isVisit({ kind }: NewsEvent): boolean {
  return kind === 'visit';
}

function isSigned(status: AgreementStatus): boolean {
  return AGREEMENT_STATUSES.indexOf(status) >= AGREEMENT_STATUSES.indexOf('signed');
}

function isWidelyTold({ origins, sides }: Story, relationship: Relationship): boolean {
  return origins.length >= FEWEST_ORIGINS && relationship.sides.every(({ id }) => sides.includes(id));
}
