import type { DigestPorts, EditionRequest } from './edition-request.ts';
import { subjectOf } from './told-keys.ts';

/** Which of the keys earlier editions have told; none for a digest on request. */
export async function toldBefore(
  keys: readonly string[],
  { toldTo }: EditionRequest,
  { store }: DigestPorts,
): Promise<ReadonlySet<string>> {
  const told = await store.editions.told(toldTo, [...new Set(keys.map(subjectOf))]);
  return new Set(keys.filter((key) => told.has(key)));
}
