import { directChannel, type Subscription } from '../domain/subscription.ts';
import { closedMessage } from '../messages/closed-message.ts';
import type { ChatAdapter } from '../ports/chat-adapter.ts';
import type { JobPorts } from './job-ports.ts';

/** Tells whoever subscribed that their digests rest, once for all those of one channel, by direct message. */
export async function tellOwners(ports: JobPorts): Promise<void> {
  const untold = await ports.store.subscriptions.untoldPauses();
  const byOwner = Map.groupBy(untold, ({ channel, createdBy }) =>
    JSON.stringify([channel.platform, channel.id, createdBy]),
  );
  for (const subscriptions of byOwner.values()) {
    const [first] = subscriptions;
    const adapter = ports.adapters.find(({ platform }) => platform === first?.channel.platform);
    if (first !== undefined && adapter !== undefined) await tellOwner(first, subscriptions, adapter, ports);
  }
}

/** Where the owner cannot be reached either, nobody is left to tell. */
async function tellOwner(
  first: Subscription,
  subscriptions: readonly Subscription[],
  adapter: ChatAdapter,
  { store, logger, relationship, language }: JobPorts,
): Promise<void> {
  const direct = directChannel(adapter.platform, first.createdBy);
  const facts = { platform: adapter.platform, channel: first.channel.id, reason: first.pause?.reason ?? '' };
  if (direct.id !== first.channel.id) {
    const message = closedMessage(subscriptions, { language, relationship, zone: first.zone });
    const outcome = await adapter.send(direct, message, {
      key: `rests-${first.id}-${first.pause?.at ?? 0}`,
      triedSince: first.pause?.at ?? null,
      posts: [],
      replyTo: null,
      onPosted: async () => {},
    });
    if (outcome.kind === 'not-sent' && outcome.retryAfterMs !== null) return;
    logger.info('owner told', { ...facts, outcome: outcome.kind });
  }
  for (const { id } of subscriptions) await store.subscriptions.markOwnerTold(id);
}
