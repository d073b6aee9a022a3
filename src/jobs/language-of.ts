import type { KnownLanguage } from '../domain/identity.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { JobPorts } from './job-ports.ts';

/** What the readers of a subscription read, else their channel, where somebody has set that. */
export async function languageOf(
  { channel, language: own }: Subscription,
  { store, language }: Pick<JobPorts, 'store' | 'language'>,
): Promise<KnownLanguage> {
  if (own !== null) return own;
  const set = await store.preferences.get({ kind: 'channel', ...channel });
  return set?.language ?? language;
}
