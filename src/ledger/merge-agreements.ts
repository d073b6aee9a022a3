import { type Day, daysBetween } from '../domain/day.ts';
import type { AgreementId } from '../domain/identity.ts';
import {
  AGREEMENT_STATUSES,
  type Agreement,
  type AgreementObservation,
  type AgreementStatus,
  type AgreementStep,
  type Observation,
} from '../domain/ledger.ts';
import type { Instrument } from '../domain/relationship.ts';
import { groupObservations } from './group-observations.ts';
import { evidenceOf } from './merge-events.ts';

export const STEP_GAP_DAYS = 3;

export function isAgreement(observation: Observation): observation is AgreementObservation {
  return observation.about === 'agreement';
}

/** The steps that observations of one instrument tell of, oldest first; one for each status and stretch of days. */
export function mergeSteps(observations: readonly AgreementObservation[]): AgreementStep[] {
  return AGREEMENT_STATUSES.flatMap((status) =>
    groupObservations(
      observations.filter((observation) => observation.status === status),
      STEP_GAP_DAYS,
    ).map((members) => stepOf(status, members)),
  ).sort(byDay);
}

/** An agreement from all its steps; a bare mention counts only where no step came before it or with it. */
export function agreementOf(instrument: Instrument, steps: readonly AgreementStep[]): Agreement | null {
  const sorted = [...steps].sort(byDay);
  const kept = sorted.filter(
    (step, at) => step.status !== 'mentioned' || (at === 0 && standsAlone(step, sorted)),
  );
  if (kept.length === 0) return null;
  return {
    id: instrument.id as AgreementId,
    name: instrument.name,
    kind: instrument.kind,
    status:
      AGREEMENT_STATUSES.findLast((status) => kept.some((step) => step.status === status)) ?? 'mentioned',
    steps: kept,
  };
}

/** No step of another kind within the days that tell of one thing. */
function standsAlone({ onDay }: AgreementStep, steps: readonly AgreementStep[]): boolean {
  return steps.every(
    (other) => other.status === 'mentioned' || daysBetween(onDay, other.onDay) > STEP_GAP_DAYS,
  );
}

function stepOf(status: AgreementStatus, members: readonly AgreementObservation[]): AgreementStep {
  const precise = members.filter(({ precision }) => precision === 'day');
  const told = precise.length > 0 ? precise : members;
  const counts = new Map<Day, number>();
  for (const { fromDay } of told) counts.set(fromDay, (counts.get(fromDay) ?? 0) + 1);
  const [[onDay]] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a.localeCompare(b)) as [
    [Day, number],
  ];
  const precision = told.find(({ fromDay }) => fromDay === onDay)?.precision ?? 'day';
  return { status, onDay, precision, evidence: evidenceOf(members) };
}

function byDay(a: AgreementStep, b: AgreementStep): number {
  return (
    a.onDay.localeCompare(b.onDay) ||
    AGREEMENT_STATUSES.indexOf(a.status) - AGREEMENT_STATUSES.indexOf(b.status)
  );
}
