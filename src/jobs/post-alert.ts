import { composeAlert } from '../digests/compose-alert.ts';
import type { EditionRequest } from '../digests/edition-request.ts';
import { isImportant } from '../digests/is-important.ts';
import { type Snapshots, shareSnapshots } from '../digests/share-snapshots.ts';
import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Instant } from '../domain/identity.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { AtOnce, Subscription } from '../domain/subscription.ts';
import { alertMessage } from '../messages/alert-message.ts';
import { isQuiet } from '../messages/edition-message.ts';
import type { Turn } from './in-turn.ts';
import type { JobPorts } from './job-ports.ts';
import { languageOf } from './language-of.ts';

const MS_PER_MINUTE = 60_000;
/** A claim this old without an edition was left by a process that died. */
const STALE_AFTER_MS = 5 * MS_PER_MINUTE;
/** How late an article may reach the archive and still be told. */
const LOOK_BACK_MS = 7 * 24 * 60 * MS_PER_MINUTE;
/** During quiet hours so often is looked for something important. */
const QUIET_LOOK_MS = 5 * MS_PER_MINUTE;

interface Alert extends Subscription {
  readonly timing: AtOnce;
}

interface AlertPorts extends JobPorts {
  readonly now: Instant;
  readonly snapshots: Snapshots;
  readonly turn: Turn;
}

export function isAlert(subscription: Subscription): subscription is Alert {
  return subscription.timing.kind === 'at-once';
}

/** Tells what an alert has to tell, or sets the time when it may; without anything new it sleeps again. */
export async function serveAlert(alert: Alert, since: Instant, ports: AlertPorts): Promise<void> {
  const { subscriptions } = ports.store;
  const next = await postAlert(alert, since, ports);
  if (next === 'under-way') return;
  await subscriptions.setWake(alert.id, since, next);
  if (next !== null) return;
  // What another process heeded while this one was looking has woken nobody.
  const plan = await look(alert, since, { ...ports, snapshots: shareSnapshots(ports) });
  if (!isQuiet(plan)) await subscriptions.wake([alert.id], ports.now + 1);
}

interface Woken {
  readonly alert: Alert;
  readonly since: Instant;
}

type Next = Instant | null | 'under-way';

/** When to look at it again; `under-way` when another process seems to be at it, which may have died. */
async function postAlert(alert: Alert, since: Instant, ports: AlertPorts): Promise<Next> {
  const { now, relationship } = ports;
  const coolAt = await coolUntil(alert, since, ports);
  if (coolAt !== null) return coolAt;
  const { quietHours } = alert.timing;
  const quietEndsAt = quietHours === null ? null : quietUntil(quietHours, alert.zone, now);
  if (quietEndsAt !== null && !quietHours?.letsImportantThrough) return quietEndsAt;
  const plan = await look(alert, since, ports);
  if (isQuiet(plan)) return null;
  const isHeld = quietEndsAt !== null && !isImportant(plan, relationship);
  return isHeld ? Math.min(quietEndsAt, now + QUIET_LOOK_MS) : post(plan, { alert, since }, ports);
}

/** With what is important comes what was held until then. */
async function post(plan: EditionPlan, { alert, since }: Woken, ports: AlertPorts): Promise<Next> {
  const { store, now, relationship, logger, turn } = ports;
  const { id, zone, channel } = alert;
  const due = { subscriptionId: id, kind: 'alert', dueAt: since, coversFrom: null, corrects: null } as const;
  const edition = await store.editions.claim(due, now, now - STALE_AFTER_MS);
  if (edition === null) return 'under-way';
  const language = await languageOf(alert, ports);
  const message = alertMessage(plan, alert, { language, relationship, zone });
  const composed = { message, told: plan.told, cited: plan.cited, replyTo: null };
  const delivery = await store.transaction(async (view) =>
    (await turn.isOurs(view)) ? view.editions.compose(edition, composed, channel) : null,
  );
  if (delivery === null) return 'under-way';
  logger.info('alert composed', { subscription: id, delivery: delivery.id });
  return null;
}

/** How long the last alert holds up the next; also past a time that has its alert already. Null when nothing holds it up. */
async function coolUntil({ id, timing }: Alert, since: Instant, { store, now }: AlertPorts) {
  const lastDueAt = await store.editions.lastDueAt(id);
  if (lastDueAt === null) return null;
  const coolAt = lastDueAt + timing.coolDownMs;
  if (now < coolAt) return coolAt;
  return since <= lastDueAt ? lastDueAt + 1 : null;
}

/** What is new of it to its channel: nothing from before it was asked for, nothing that anything else has told there. */
async function look(alert: Alert, since: Instant, ports: AlertPorts): Promise<EditionPlan> {
  const { store, now } = ports;
  const { channel, createdAt, zone } = alert;
  const others = await store.subscriptions.ofChannel(channel);
  const lookFromAt = Math.max(createdAt, now - LOOK_BACK_MS);
  const request: EditionRequest = {
    period: { fromAt: lookFromAt, toAt: now, zone },
    lookFromAt,
    language: await languageOf(alert, ports),
    length: alert.length,
    interest: alert,
    mutes: await store.mutes.ofChannel(channel),
    toldTo: others.map(({ id }) => id),
    due: { at: since, isLate: false, folded: [] },
  };
  return composeAlert(request, ports, ports.snapshots);
}
