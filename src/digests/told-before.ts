import type { DigestPorts, EditionRequest } from './edition-request.ts';

/** Which of the keys earlier editions have told; none for a digest on request. */
export async function toldBefore(
  keys: readonly string[],
  { subscriptionId }: EditionRequest,
  { store }: DigestPorts,
): Promise<ReadonlySet<string>> {
  if (subscriptionId === null || keys.length === 0) return new Set();
  return store.editions.told(subscriptionId, [...new Set(keys)]);
}
