import type { Instant } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Delivery } from '../domain/subscription.ts';
import { TemporaryError } from '../errors.ts';
import type { ChatAdapter, SendOutcome } from '../ports/chat-adapter.ts';
import type { JobPorts } from './job-ports.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** Longer than any platform takes; after it another process may try. */
const LEASE_MS = 5 * MINUTE_MS;
/** How long after each attempt the next one waits; after the last of them a delivery is given up. */
const BACK_OFF_MS = [1, 5, 30, 120, 600, 1_800, 3_600, 3_600, 3_600].map((seconds) => seconds * SECOND_MS);
const MOST_ATTEMPTS = BACK_OFF_MS.length + 1;
/** How many are under way at once. */
const MOST_AT_ONCE = 32;
/** A beat sends what falls due while it runs, up to then; the rest is for the next one. */
const LONGEST_BEAT_MS = 45 * SECOND_MS;

/**
 * Sends everything that is due, many channels at once, each channel in its order. A delivery that failed is tried again
 * in the same beat when its time comes before the beat ends. Begins nothing more once `stopped` has resolved.
 */
export async function sendDeliveries(ports: JobPorts, stopped: Promise<void>): Promise<void> {
  const sending = new Set<Promise<void>>();
  const endsAt = ports.clock.now() + LONGEST_BEAT_MS;
  let isStopped = false;
  void stopped.then(() => {
    isStopped = true;
  });
  const failures: unknown[] = [];
  while (!isStopped) {
    if (sending.size === MOST_AT_ONCE) await Promise.race(sending);
    const work = await claimWork(ports);
    if (work !== null) {
      const sent: Promise<void> = work()
        .catch((error) => void failures.push(error))
        .finally(() => sending.delete(sent));
      sending.add(sent);
      continue;
    }
    const nextMs = await msToNext(endsAt, ports);
    if (sending.size === 0 && nextMs === null) break;
    if (nextMs === 0) continue;
    await Promise.race([...sending, stopped, ...(nextMs === null ? [] : [ports.clock.wait(nextMs)])]);
  }
  await Promise.all(sending);
  if (failures.length > 0) throw failures[0];
}

/** Claims one delivery that is due; null when there is none. */
async function claimWork(ports: JobPorts): Promise<(() => Promise<void>) | null> {
  const { store, clock, adapters } = ports;
  const claimedAt = clock.now();
  const leaseUntil = claimedAt + LEASE_MS;
  const claimed = await store.deliveries.claimNext(claimedAt, leaseUntil, platformsOf(ports));
  if (claimed === null) return null;
  const { delivery, message } = claimed;
  const adapter = adapters.find(({ platform }) => platform === delivery.channel.platform);
  if (adapter === undefined) throw new Error(`No adapter for ${delivery.channel.platform}.`);
  return () => sendOne({ delivery, message, adapter, claimedAt, leaseUntil }, ports);
}

/** A delivery that is this process's until its lease runs out. */
interface Claim {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly adapter: ChatAdapter;
  readonly claimedAt: Instant;
  readonly leaseUntil: Instant;
}

/** How long until the next delivery is due; null when that is after the beat. */
async function msToNext(endsAt: Instant, ports: JobPorts): Promise<number | null> {
  const dueAt = await ports.store.deliveries.nextDueAt(platformsOf(ports));
  return dueAt === null || dueAt > endsAt ? null : Math.max(dueAt - ports.clock.now(), 0);
}

function platformsOf({ adapters }: JobPorts): readonly string[] {
  return adapters.map(({ platform }) => platform);
}

/** After its lease has run out, as when the process stood still, a delivery is somebody else's and left alone. */
async function sendOne(claim: Claim, ports: JobPorts): Promise<void> {
  const { delivery, adapter, leaseUntil } = claim;
  const { store, clock, logger } = ports;
  const facts = { delivery: delivery.id, platform: adapter.platform, attempts: delivery.attempts };
  if (clock.now() >= leaseUntil) return logger.warn('delivery left to another process', facts);
  const outcome = await attempt(claim, ports);
  const now = clock.now();
  if (outcome.kind !== 'sent' && now >= leaseUntil)
    return logger.warn('delivery left to another process', facts);
  switch (outcome.kind) {
    case 'sent':
      await store.deliveries.markSent(delivery.id, now);
      return logger.info('delivery sent', facts);
    case 'closed':
      await close(delivery, outcome.reason, ports);
      return logger.warn('channel closed', {
        ...facts,
        channel: delivery.channel.id,
        reason: outcome.reason,
      });
    case 'not-sent': {
      const delayMs = delayOf(outcome.retryAfterMs, delivery.attempts);
      await store.deliveries.markFailed(delivery.id, outcome.reason, delayMs === null ? null : now + delayMs);
      return logger.warn('delivery failed', { ...facts, reason: outcome.reason, retryAfterMs: delayMs });
    }
  }
}

/** What is subscribed in the channel rests; its owners are told by another job. */
function close({ id, channel }: Delivery, reason: string, { store, clock }: JobPorts): Promise<void> {
  return store.transaction(async ({ deliveries, subscriptions }) => {
    await deliveries.markFailed(id, reason, null);
    await subscriptions.pause(channel, reason, clock.now());
  });
}

/**
 * An adapter that throws has a bug or lost its connection; either way the delivery stays, with its key, for the next
 * attempt. A delivery that took the process down each time is not tried for ever.
 */
async function attempt(
  { delivery, message, adapter, claimedAt }: Claim,
  { store }: JobPorts,
): Promise<SendOutcome> {
  const { id, channel, attempts, reason: lastReason, triedSince, posts, replyTo } = delivery;
  if (attempts > MOST_ATTEMPTS) {
    return { kind: 'not-sent', reason: lastReason ?? 'Every attempt was cut off.', retryAfterMs: null };
  }
  try {
    return await adapter.send(channel, message, {
      key: id,
      triedSince: triedSince === claimedAt ? null : triedSince,
      posts,
      replyTo,
      onPosted: (post) => store.deliveries.addPost(id, post),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const retryAfterMs = error instanceof TemporaryError ? error.retryAfterMs : 0;
    return { kind: 'not-sent', reason, retryAfterMs };
  }
}

/** The back-off, or what the platform asks for when that is longer. Null gives up. */
function delayOf(retryAfterMs: number | null, attempts: number): number | null {
  const backOffMs = BACK_OFF_MS[attempts - 1];
  return retryAfterMs === null || backOffMs === undefined ? null : Math.max(retryAfterMs, backOffMs);
}
