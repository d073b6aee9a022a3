import { composeEdition } from '../digests/compose-edition.ts';
import type { EditionRequest } from '../digests/edition-request.ts';
import { foldedTimes } from '../digests/folded-times.ts';
import { othersTurn } from '../digests/others-turn.ts';
import { type Snapshots, shareSnapshots } from '../digests/share-snapshots.ts';
import { storedSchedule, wakeAfter } from '../digests/wake-times.ts';
import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Instant, KnownLanguage, SubscriptionId } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import { latestDueAt } from '../domain/schedule.ts';
import type { Edition, Mute, Subscription } from '../domain/subscription.ts';
import { editionMessage } from '../messages/edition-message.ts';
import type { Awaited } from '../ports/channel-stores.ts';
import { inTurn, placeOf } from './in-turn.ts';
import type { JobPorts } from './job-ports.ts';
import { languageOf } from './language-of.ts';
import { isAlert, serveAlert } from './post-alert.ts';

const MS_PER_MINUTE = 60_000;
/** From then on the reader is told that the edition is late. */
const LATE_AFTER_MS = 5 * MS_PER_MINUTE;
/** A claim this old without an edition was left by a process that died. */
const STALE_AFTER_MS = 5 * MS_PER_MINUTE;
/** How far back the first edition looks, and how late an article may reach the archive and still be told. */
const LOOK_BACK_MS = 7 * 24 * 60 * MS_PER_MINUTE;
/** So many are read at once, beside those that could not be served and are still awaited. */
const BATCH = 200;
/** Channels that are served at once. */
const MOST_AT_ONCE = 4;

/**
 * Composes every edition that is due. Of several missed times only the newest is made up for. One subscription that
 * fails holds up no other; it is tried again once its claim is stale.
 */
export async function postEditions(ports: JobPorts): Promise<void> {
  const beat = {
    ...{ ...ports, now: ports.clock.now(), followedPlaces: await followedPlaces(ports) },
    ...{ snapshots: shareSnapshots(ports), messages: new WeakMap<EditionPlan, Message>() },
  };
  const seen = new Set<string>();
  let limit = BATCH;
  for (;;) {
    const awaited = await ports.store.subscriptions.awaited(beat.now, limit);
    const fresh = awaited.filter(({ subscription }) => !seen.has(subscription.id));
    if (fresh.length === 0 && awaited.length < limit) return;
    limit = awaited.length - fresh.length + BATCH;
    for (const { subscription } of fresh) seen.add(subscription.id);
    await serveAll(fresh, beat);
  }
}

/** Several channels at once, each in its order: a process need not wait for the database with one of them alone. */
async function serveAll([first, ...others]: readonly Awaited[], beat: Beat): Promise<void> {
  if (first === undefined) return;
  // Alone, so that what all share is there, and the others do not wait for it together.
  await serve(first, beat);
  const channels = Map.groupBy(others, ({ subscription }) => placeOf(subscription.channel)).values();
  const nextTurn = createTurns();
  const serveNext = async (): Promise<void> => {
    for (const ofChannel of channels) {
      for (const each of ofChannel) {
        await nextTurn();
        await serve(each, beat);
      }
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, serveNext));
}

/** Of several that wait one goes on in each round of the event loop, so that they do not hold up others together. */
function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(othersTurn);
    return last;
  };
}

/** What all editions of one beat share. */
interface Beat extends JobPorts {
  readonly now: Instant;
  /** The channels that have alerts. */
  readonly followedPlaces: ReadonlySet<string>;
  readonly snapshots: Snapshots;
  /** Of plans that several channels have in common. */
  readonly messages: WeakMap<EditionPlan, Message>;
}

async function followedPlaces({ store }: JobPorts): Promise<ReadonlySet<string>> {
  const alerts = await store.subscriptions.alerts();
  return new Set(alerts.map(({ channel }) => placeOf(channel)));
}

async function serve(awaited: Awaited, beat: Beat): Promise<void> {
  const { subscription, since } = awaited;
  const { channel } = subscription;
  try {
    if (isAlert(subscription))
      await inTurn(channel, beat, (turn) => serveAlert(subscription, since, { ...beat, turn }));
    else if (beat.followedPlaces.has(placeOf(channel)))
      await inTurn(channel, beat, () => serveDigest(awaited, beat));
    else await serveDigest(awaited, beat);
  } catch (error) {
    beat.logger.error('edition failed', error, { subscription: subscription.id });
  }
}

async function serveDigest({ subscription, since }: Awaited, beat: Beat): Promise<void> {
  const isServed = await postEdition(subscription, beat);
  if (isServed)
    await beat.store.subscriptions.setWake(subscription.id, since, wakeAfter(subscription, beat.now));
}

/** False when another process seems to be at it: should that die, somebody has to look again. */
async function postEdition(subscription: Subscription, beat: Beat): Promise<boolean> {
  const { store, now } = beat;
  const dueAt = dueNow(subscription, now, beat);
  if (dueAt === null) return true;
  const lastDueAt = await store.editions.lastDueAt(subscription.id);
  if (lastDueAt !== null && lastDueAt >= dueAt) return true;
  const due = {
    subscriptionId: subscription.id,
    kind: 'digest',
    dueAt,
    coversFrom: lastDueAt,
    corrects: null,
  } as const;
  const edition = await store.editions.claim(due, now, now - STALE_AFTER_MS);
  if (edition === null) return false;
  const language = await languageOf(subscription, beat);
  const mutes = await store.mutes.ofChannel(subscription.channel);
  const toldTo = await toldInChannel(subscription, beat);
  const request = requestFor(subscription, { dueAt, lastDueAt, now, language, mutes, toldTo });
  await compose(edition, subscription, request, beat);
  return true;
}

/** What an alert of the channel has told counts as told, unless somebody asked for both. */
async function toldInChannel(
  { id, channel }: Subscription,
  { store }: JobPorts,
): Promise<readonly SubscriptionId[]> {
  const others = await store.subscriptions.ofChannel(channel);
  const alerts = others.filter(({ timing }) => timing.kind === 'at-once' && !timing.isAlsoInDigest);
  return [id, ...alerts.map((alert) => alert.id)];
}

/** The newest due time that may still be served; null when there is none since the subscription began. */
function dueNow(
  { timing, zone, createdAt }: Subscription,
  now: Instant,
  { graceMs }: JobPorts,
): Instant | null {
  if (timing.kind === 'at-once') return null;
  const dueAt = latestDueAt(storedSchedule(timing.cron), zone, now);
  return dueAt > createdAt && now - dueAt <= graceMs ? dueAt : null;
}

interface Due {
  readonly dueAt: Instant;
  readonly lastDueAt: Instant | null;
  readonly now: Instant;
  readonly language: KnownLanguage;
  readonly mutes: readonly Mute[];
  readonly toldTo: readonly SubscriptionId[];
}

function requestFor(subscription: Subscription, { dueAt, lastDueAt, now, ...rest }: Due): EditionRequest {
  const { zone, length } = subscription;
  const fromAt = lastDueAt ?? dueAt - LOOK_BACK_MS;
  return {
    period: { fromAt, toAt: now, zone },
    lookFromAt: Math.min(fromAt, now - LOOK_BACK_MS),
    ...rest,
    interest: subscription,
    length,
    due: {
      at: dueAt,
      isLate: now - dueAt >= LATE_AFTER_MS,
      folded: foldedTimes(subscription, lastDueAt, dueAt),
    },
  };
}

async function compose(
  edition: Edition,
  subscription: Subscription,
  request: EditionRequest,
  beat: Beat,
): Promise<void> {
  const { store, relationship, logger, snapshots, messages } = beat;
  const { language } = request;
  const plan = await composeEdition(request, { store, relationship }, snapshots);
  const message =
    messages.get(plan) ?? editionMessage(plan, { language, relationship, zone: subscription.zone });
  messages.set(plan, message);
  const composed = { message, told: plan.told, cited: plan.cited, replyTo: null };
  const delivery = await store.editions.compose(edition, composed, subscription.channel);
  logger.info('edition composed', {
    subscription: subscription.id,
    delivery: delivery.id,
    stories: plan.stories.total,
    developments: plan.developments.total,
    events: plan.events.total,
    agreements: plan.agreements.total,
    isLate: request.due?.isLate ?? false,
  });
}
