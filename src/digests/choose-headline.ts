import type { AgreementTold, Headline } from '../domain/edition-plan.ts';
import type { AgreementStatus, NewsEvent } from '../domain/ledger.ts';

/** How much a step says about the relationship; the others are told in their section. */
const STEP_WEIGHTS: Readonly<Partial<Record<AgreementStatus, number>>> = {
  'in-force': 90,
  ratified: 85,
  lapsed: 80,
  signed: 70,
};
/** What raises two countries' ties as such weighs more than what one ministry agrees with another. */
const OF_THE_STATES: readonly string[] = ['declaration', 'treaty'];
const OF_THE_STATES_WEIGHT = 12;
/** Signed every week. */
const OF_THE_OFFICES: readonly string[] = ['memorandum', 'protocol', 'contract'];
const OF_THE_OFFICES_WEIGHT = -40;
const STATE_VISIT_WEIGHT = 75;
const CALLED_OFF_WEIGHT = 95;
const VISIT_CALLED_OFF_WEIGHT = 60;
const VISIT_CHANGE_WEIGHT = 40;

/** The weightiest of what has changed; null when nothing of that weight has. */
export function chooseHeadline(candidates: readonly Headline[]): Headline | null {
  const weighed = candidates
    .map((headline) => ({ headline, weight: weightOf(headline), reports: reportsOf(headline) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.reports - a.reports);
  return weighed[0]?.headline ?? null;
}

function weightOf(headline: Headline): number {
  switch (headline.kind) {
    case 'agreement':
    case 'new-agreement':
      return weightOfStep(headline.told);
    case 'event':
      return Math.max(
        weightOfVisit(headline.event),
        headline.event.kind === 'visit' ? VISIT_CHANGE_WEIGHT : 0,
      );
    case 'new-event':
      return weightOfVisit(headline.event);
  }
}

function weightOfStep({ agreement, step }: AgreementTold): number {
  const weight = STEP_WEIGHTS[step.status] ?? 0;
  if (weight === 0) return 0;
  if (OF_THE_STATES.includes(agreement.kind)) return weight + OF_THE_STATES_WEIGHT;
  return OF_THE_OFFICES.includes(agreement.kind) ? weight + OF_THE_OFFICES_WEIGHT : weight;
}

function weightOfVisit({ kind, status, visitKind }: NewsEvent): number {
  if (kind !== 'visit') return 0;
  const isOff = status === 'cancelled' || status === 'postponed';
  if (visitKind === 'state') return isOff ? CALLED_OFF_WEIGHT : STATE_VISIT_WEIGHT;
  return isOff ? VISIT_CALLED_OFF_WEIGHT : 0;
}

function reportsOf(headline: Headline): number {
  return 'event' in headline ? headline.event.evidence.length : headline.told.step.evidence.length;
}
