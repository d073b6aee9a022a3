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
/** Each lane sends one delivery at a time, so a slow platform holds up one of them. */
const LANES = 32;
/** A beat sends what falls due while it runs, up to then; the rest is for the next one. */
const LONGEST_BEAT_MS = 45 * SECOND_MS;

/**
 * Sends everything that is due, many channels at once, each channel in its order. A delivery that failed is tried again
 * in the same beat when its time comes before the beat ends. Resolves early when `stopped` does.
 */
export async function sendDeliveries(ports: JobPorts, stopped: Promise<void>): Promise<void> {
  const { store, clock, adapters } = ports;
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]));
  const platforms = [...byPlatform.keys()];
  const endsAt = clock.now() + LONGEST_BEAT_MS;
  let isStopped = false;
  void stopped.then(() => {
    isStopped = true;
  });
  for (;;) {
    await allDone(Array.from({ length: LANES }, () => sendInLane(byPlatform, ports, () => isStopped)));
    const dueAt = await store.deliveries.nextDueAt(platforms);
    if (dueAt === null || dueAt > endsAt || isStopped) return;
    await Promise.race([clock.wait(Math.max(dueAt - clock.now(), 0)), stopped]);
  }
}

/** One lane that fails lets the others finish first. */
async function allDone(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function sendInLane(
  byPlatform: ReadonlyMap<string, ChatAdapter>,
  ports: JobPorts,
  isStopped: () => boolean,
): Promise<void> {
  const platforms = [...byPlatform.keys()];
  while (!isStopped()) {
    const now = ports.clock.now();
    const claimed = await ports.store.deliveries.claimNext(now, now + LEASE_MS, platforms);
    if (claimed === null) return;
    const adapter = byPlatform.get(claimed.delivery.channel.platform);
    if (adapter === undefined) throw new Error(`No adapter for ${claimed.delivery.channel.platform}.`);
    await sendOne(claimed.delivery, claimed.message, adapter, ports);
  }
}

async function sendOne(
  delivery: Delivery,
  message: Message,
  adapter: ChatAdapter,
  ports: JobPorts,
): Promise<void> {
  const { store, clock, logger } = ports;
  const outcome = await attempt(delivery, message, adapter, ports);
  const now = clock.now();
  const facts = { delivery: delivery.id, platform: adapter.platform, attempts: delivery.attempts };
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
  { id, channel, attempts, reason: lastReason, triedSince, posts }: Delivery,
  message: Message,
  adapter: ChatAdapter,
  { store }: JobPorts,
): Promise<SendOutcome> {
  if (attempts > MOST_ATTEMPTS) {
    return { kind: 'not-sent', reason: lastReason ?? 'Every attempt was cut off.', retryAfterMs: null };
  }
  try {
    return await adapter.send(channel, message, {
      key: id,
      triedSince: attempts === 1 ? null : triedSince,
      posts,
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
