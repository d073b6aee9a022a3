import type { CorrectionTold } from '../domain/edition-plan.ts';
import type { DigestPorts, EditionRequest, Section } from './edition-request.ts';
import { correctionKey } from './told-keys.ts';

/** What earlier editions of the subscriptions said that has been corrected since. */
export async function pastCorrections(
  { toldTo, lookFromAt }: EditionRequest,
  { store }: DigestPorts,
): Promise<readonly CorrectionTold[]> {
  const found: CorrectionTold[] = [];
  for (const id of toldTo) {
    const corrections = await store.editions.corrections(id, lookFromAt);
    found.push(...corrections.map(({ edition, message }) => ({ editionId: edition.id, message })));
  }
  return found;
}

/** Those that no edition has listed yet. */
export function unlisted(
  corrections: readonly CorrectionTold[],
  { has }: { readonly has: (key: string) => boolean },
): Section<CorrectionTold> {
  const rows = corrections.filter(({ editionId }) => !has(correctionKey(editionId)));
  return { rows, told: rows.map(({ editionId }) => correctionKey(editionId)) };
}
