import { composeEdition } from '../digests/compose-edition.ts';
import type { EditionRequest } from '../digests/edition-request.ts';
import type { Instant, KnownLanguage } from '../domain/identity.ts';
import { parseSchedule } from '../domain/parse-schedule.ts';
import { latestDueAt } from '../domain/schedule.ts';
import type { Edition, Subscription } from '../domain/subscription.ts';
import { editionMessage } from '../messages/edition-message.ts';
import type { JobPorts } from './job-ports.ts';

const MS_PER_MINUTE = 60_000;
/** From then on the reader is told that the edition is late. */
const LATE_AFTER_MS = 5 * MS_PER_MINUTE;
/** A claim this old without an edition was left by a process that died. */
const STALE_AFTER_MS = 5 * MS_PER_MINUTE;
/** How far back the first edition looks, and how late an article may reach the archive and still be told. */
const LOOK_BACK_MS = 7 * 24 * 60 * MS_PER_MINUTE;

/**
 * Composes every edition that is due. Of several missed times only the newest is made up for. One subscription that
 * fails holds up no other; it is tried again once its claim is stale.
 */
export async function postEditions(ports: JobPorts): Promise<void> {
  const all = await ports.store.subscriptions.all();
  for (const subscription of all.filter(({ pause }) => pause === null)) {
    try {
      await postEdition(subscription, ports);
    } catch (error) {
      ports.logger.error('edition failed', error, { subscription: subscription.id });
    }
  }
}

async function postEdition(subscription: Subscription, ports: JobPorts): Promise<void> {
  const { store, clock } = ports;
  const now = clock.now();
  const dueAt = dueNow(subscription, now, ports);
  if (dueAt === null) return;
  const lastDueAt = await store.editions.lastDueAt(subscription.id);
  if (lastDueAt !== null && lastDueAt >= dueAt) return;
  const edition = await store.editions.claim(subscription.id, dueAt, now, now - STALE_AFTER_MS);
  if (edition === null) return;
  const language = await languageOf(subscription, ports);
  const request = requestFor(subscription, { dueAt, lastDueAt, now, language });
  await compose(edition, subscription, request, ports);
}

/** What the channel reads, where somebody has set that. */
async function languageOf({ channel }: Subscription, { store, language }: JobPorts): Promise<KnownLanguage> {
  const set = await store.preferences.get({ kind: 'channel', ...channel });
  return set?.language ?? language;
}

/** The newest due time that may still be served; null when there is none since the subscription began. */
function dueNow(subscription: Subscription, now: Instant, { graceMs }: JobPorts): Instant | null {
  const reading = parseSchedule(subscription.cron);
  if (reading.kind === 'refused')
    throw new Error(`The stored schedule "${subscription.cron}" cannot be read.`);
  const dueAt = latestDueAt(reading.schedule, subscription.zone, now);
  return dueAt > subscription.createdAt && now - dueAt <= graceMs ? dueAt : null;
}

interface Due {
  readonly dueAt: Instant;
  readonly lastDueAt: Instant | null;
  readonly now: Instant;
  readonly language: KnownLanguage;
}

function requestFor(
  { id, zone, topicIds, personIds }: Subscription,
  { dueAt, lastDueAt, now, language }: Due,
): EditionRequest {
  const fromAt = lastDueAt ?? dueAt - LOOK_BACK_MS;
  return {
    period: { fromAt, toAt: now, zone },
    lookFromAt: Math.min(fromAt, now - LOOK_BACK_MS),
    language,
    topicIds,
    personIds,
    subscriptionId: id,
    due: { at: dueAt, isLate: now - dueAt >= LATE_AFTER_MS },
  };
}

async function compose(
  edition: Edition,
  subscription: Subscription,
  request: EditionRequest,
  { store, relationship, logger }: JobPorts,
): Promise<void> {
  const { language } = request;
  const plan = await composeEdition(request, { store, relationship });
  const message = editionMessage(plan, { language, relationship, zone: subscription.zone });
  const delivery = await store.editions.compose(edition, message, plan.told, subscription.channel);
  logger.info('edition composed', {
    subscription: subscription.id,
    delivery: delivery.id,
    stories: plan.stories.total,
    events: plan.events.total,
    agreements: plan.agreements.total,
    isLate: request.due?.isLate ?? false,
  });
}
