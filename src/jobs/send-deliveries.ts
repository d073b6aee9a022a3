import type { Message } from '../domain/message.ts';
import type { Delivery } from '../domain/subscription.ts';
import { TemporaryError } from '../errors.ts';
import type { ChatAdapter, SendOutcome } from '../ports/chat-adapter.ts';
import type { JobPorts } from './job-ports.ts';

const MS_PER_MINUTE = 60_000;
/** Longer than any platform takes; after it another process may try. */
const LEASE_MS = 5 * MS_PER_MINUTE;
const MOST_ATTEMPTS = 8;

/** Sends everything that is due, one after the other, until nothing is left. */
export async function sendDeliveries(ports: JobPorts): Promise<void> {
  const { store, clock, adapters } = ports;
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]));
  const platforms = [...byPlatform.keys()];
  for (;;) {
    const now = clock.now();
    const claimed = await store.deliveries.claimNext(now, now + LEASE_MS, platforms);
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
  { store, clock, logger }: JobPorts,
): Promise<void> {
  const outcome = await attempt(delivery, message, adapter);
  const now = clock.now();
  const facts = { delivery: delivery.id, platform: adapter.platform, attempts: delivery.attempts };
  if (outcome.kind === 'sent') {
    await store.deliveries.markSent(delivery.id, now);
    logger.info('delivery sent', facts);
    return;
  }
  const delayMs =
    delivery.attempts >= MOST_ATTEMPTS ? null : delayOf(outcome.retryAfterMs, delivery.attempts);
  await store.deliveries.markFailed(delivery.id, outcome.reason, delayMs === null ? null : now + delayMs);
  logger.warn('delivery failed', { ...facts, reason: outcome.reason, retryAfterMs: delayMs });
}

/**
 * An adapter that throws has a bug or lost its connection; either way the delivery stays, with its key, for the next
 * attempt. A delivery that took the process down each time is not tried for ever.
 */
async function attempt(delivery: Delivery, message: Message, adapter: ChatAdapter): Promise<SendOutcome> {
  if (delivery.attempts > MOST_ATTEMPTS) {
    return { kind: 'not-sent', reason: delivery.reason ?? 'Every attempt was cut off.', retryAfterMs: null };
  }
  try {
    return await adapter.send(delivery.channel, message, delivery.id);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'not-sent',
      reason,
      retryAfterMs: error instanceof TemporaryError ? error.retryAfterMs : 0,
    };
  }
}

/** One minute, doubled with every attempt, or what the platform asks for when that is longer. Null gives up. */
function delayOf(retryAfterMs: number | null, attempts: number): number | null {
  return retryAfterMs === null ? null : Math.max(retryAfterMs, MS_PER_MINUTE * 2 ** (attempts - 1));
}
