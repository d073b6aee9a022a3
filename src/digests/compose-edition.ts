import type { CorrectionTold, EditionPlan } from '../domain/edition-plan.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';
import { pastCorrections } from './past-corrections.ts';
import { planEdition } from './plan-edition.ts';
import { type Snapshots, shareSnapshots } from './share-snapshots.ts';
import { readTold, type ToldFacts } from './told-facts.ts';
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
  return snapshot.planned(keyOf(request, told, corrections), () =>
    planEdition({ request, snapshot, told, relationship }, corrections),
  );
}

/** Everything that a plan depends on beside its snapshot. */
function keyOf(
  { period, lookFromAt, language, length, interest, mutes, due }: EditionRequest,
  told: ToldFacts,
  corrections: readonly CorrectionTold[],
): string {
  const { topicIds, personIds, agreementIds, sides, languages, minOrigins } = interest;
  const wish = [topicIds, personIds, agreementIds, sides, languages, minOrigins, mutes];
  const corrected = corrections.map(({ editionId }) => editionId);
  return JSON.stringify([period, lookFromAt, language, length, wish, due, corrected, told.mark]);
}
