import { STEP_GAP_DAYS } from '../domain/agreement-steps.ts';
import type { Day } from '../domain/day.ts';
import type { AgreementObservation, AgreementStep, Observation } from '../domain/ledger.ts';
import { groupObservations } from './group-observations.ts';
import { evidenceOf } from './merge-events.ts';

export function isAgreement(observation: Observation): observation is AgreementObservation {
  return observation.about === 'agreement';
}

/** The steps of one status that observations of one instrument tell of, oldest first; one for each stretch of days. */
export function mergeSteps(observations: readonly AgreementObservation[]): AgreementStep[] {
  return groupObservations(observations, STEP_GAP_DAYS)
    .map(stepOf)
    .sort((a, b) => a.onDay.localeCompare(b.onDay));
}

function stepOf(members: readonly AgreementObservation[]): AgreementStep {
  const { status } = members[0] as AgreementObservation;
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
