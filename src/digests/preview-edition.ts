import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Instant, KnownLanguage } from '../domain/identity.ts';
import { composeAlert } from './compose-alert.ts';
import { composeEdition } from './compose-edition.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';
import type { SubscriptionWish } from './keep-subscription.ts';
import { shareSnapshots } from './share-snapshots.ts';

const LOOK_BACK_MS = 7 * 24 * 3_600_000;

export interface PreviewPorts extends DigestPorts {
  readonly now: Instant;
  readonly language: KnownLanguage;
}

/** What a subscription would have told of the last seven days, in short. */
export async function previewEdition(wish: SubscriptionWish, ports: PreviewPorts): Promise<EditionPlan> {
  const { store, now, language } = ports;
  const fromAt = now - LOOK_BACK_MS;
  const request: EditionRequest = {
    period: { fromAt, toAt: now, zone: wish.zone },
    lookFromAt: fromAt,
    language: wish.language ?? language,
    length: 'short',
    interest: wish,
    mutes: await store.mutes.ofChannel(wish.channel),
    toldTo: [],
    due: { at: now, isLate: false, folded: [] },
  };
  return wish.timing.kind === 'schedule'
    ? composeEdition(request, ports)
    : composeAlert(request, ports, shareSnapshots(ports));
}
