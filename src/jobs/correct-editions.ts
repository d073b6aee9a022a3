import { findCorrections } from '../digests/find-corrections.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Edition } from '../domain/subscription.ts';
import { correctionMessage } from '../messages/correction-message.ts';
import type { Citing } from '../ports/channel-stores.ts';
import type { JobPorts } from './job-ports.ts';
import { languageOf } from './language-of.ts';

const DAY_MS = 24 * 3_600_000;
/** Who reads an older digest again knows that time has passed. */
const LONGEST_CORRECTED_MS = 30 * DAY_MS;
/** Corrections of one subscription in one millisecond; each needs a due time of its own. */
const MOST_AT_ONCE = 50;

/** Answers every post that showed one of these articles with what no longer holds of it. Called within a transaction. */
export async function correctEditions(ids: readonly ArticleId[], ports: JobPorts): Promise<void> {
  const now = ports.clock.now();
  const changed = new Set(ids);
  for (const citing of await ports.store.editions.citing(ids, now - LONGEST_CORRECTED_MS)) {
    const isUnderWay = citing.delivery !== null && citing.delivery.status !== 'failed';
    if (isUnderWay) await correctEdition(citing, changed, ports);
  }
}

async function correctEdition(
  citing: Citing,
  changed: ReadonlySet<ArticleId>,
  ports: JobPorts,
): Promise<void> {
  const { store, relationship, logger } = ports;
  const { edition, delivery } = citing;
  const subscription = await store.subscriptions.get(edition.subscriptionId);
  const found = await findCorrections(citing, changed, store);
  const subjects = found.map(({ key }) => key.split('#')[0] ?? key);
  const told = await store.editions.told([edition.subscriptionId], subjects);
  const fresh = found.filter(({ key }) => !told.has(key));
  if (subscription === null || fresh.length === 0) return;
  const correction = await claim(edition, ports);
  if (correction === null) return;
  const language = await languageOf(subscription, ports);
  const corrections = fresh.map((each) => each.correction);
  const message = correctionMessage(edition, corrections, {
    language,
    relationship,
    zone: subscription.zone,
  });
  await store.editions.compose(
    correction,
    { message, told: fresh.map(({ key }) => key), cited: [], replyTo: delivery?.posts[0] ?? null },
    subscription.channel,
  );
  logger.info('edition corrected', { edition: edition.id, corrections: fresh.length });
}

/** Null when the subscription rests: nothing can be posted there. */
async function claim(
  { id, subscriptionId }: Edition,
  { store, clock }: Pick<JobPorts, 'store' | 'clock'>,
): Promise<Edition | null> {
  const now: Instant = clock.now();
  for (let step = 0; step < MOST_AT_ONCE; step += 1) {
    const due = {
      subscriptionId,
      kind: 'correction',
      dueAt: now + step,
      coversFrom: null,
      corrects: id,
    } as const;
    const claimed = await store.editions.claim(due, now, 0);
    if (claimed !== null) return claimed;
  }
  return null;
}
