import { daysBetween } from './day.ts';
import { AGREEMENT_STATUSES, type AgreementStatus, type AgreementStep } from './ledger.ts';

/** Days that may lie between two reports of one step. */
export const STEP_GAP_DAYS = 3;

/** The steps that count, oldest first; a bare mention only where no step came before it or with it. */
export function stepsThatCount(steps: readonly AgreementStep[]): AgreementStep[] {
  const sorted = [...steps].sort(byDay);
  return sorted.filter((step, at) => step.status !== 'mentioned' || (at === 0 && standsAlone(step, sorted)));
}

export function furthestOf(statuses: readonly AgreementStatus[]): AgreementStatus {
  return AGREEMENT_STATUSES.findLast((status) => statuses.includes(status)) ?? 'mentioned';
}

/** No step of another kind within the days that tell of one thing. */
function standsAlone({ onDay }: AgreementStep, steps: readonly AgreementStep[]): boolean {
  return steps.every(
    (other) => other.status === 'mentioned' || daysBetween(onDay, other.onDay) > STEP_GAP_DAYS,
  );
}

function byDay(a: AgreementStep, b: AgreementStep): number {
  return (
    a.onDay.localeCompare(b.onDay) ||
    AGREEMENT_STATUSES.indexOf(a.status) - AGREEMENT_STATUSES.indexOf(b.status)
  );
}
