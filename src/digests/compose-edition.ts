import type { EditionPlan } from '../domain/edition-plan.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';
import { pastCorrections } from './past-corrections.ts';
import { planEdition } from './plan-edition.ts';
import { type Snapshots, shareSnapshots } from './share-snapshots.ts';
import { readTold } from './told-facts.ts';
import { correctionKey, officeKey, silenceKey, subjectOf } from './told-keys.ts';

/**
 * What a digest tells: everything new for its reader, without what earlier editions have told. Whoever composes several
 * gives them the same `snapshots`.
 */
export async function composeEdition(
  request: EditionRequest,
  ports: DigestPorts,
  snapshots: Snapshots = shareSnapshots(ports),
): Promise<EditionPlan> {
  const { relationship } = ports;
  const snapshot = await snapshots({ fromAt: request.lookFromAt, toAt: request.period.toAt });
  const corrections = await pastCorrections(request, ports);
  const keys = [
    ...snapshot.silences.map(silenceKey),
    ...corrections.map(({ editionId }) => correctionKey(editionId)),
    ...relationship.anniversaries.map(({ id }) => `ahead:anniversary:${id}`),
    ...relationship.people.flatMap(({ id, tenures }) =>
      tenures.map(({ officeId }) => officeKey(id, officeId, '')),
    ),
  ];
  const subjects = [...snapshot.subjects, ...new Set(keys.map(subjectOf))];
  const told = await readTold(subjects, request, ports);
  return planEdition({ request, snapshot, told, relationship }, corrections);
}
