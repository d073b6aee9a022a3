import { createHash } from 'node:crypto';
import type { SubscriptionId } from '../domain/identity.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';

export const MOST_SUBSCRIPTIONS = 10;

export type SubscriptionWish = Omit<Subscription, 'id'>;

export type AddOutcome =
  | { readonly kind: 'added'; readonly subscription: Subscription }
  | { readonly kind: 'too-many' }
  /** The channel has one that would tell the same at the same times. */
  | { readonly kind: 'same'; readonly id: SubscriptionId };

export async function addSubscription(
  wish: SubscriptionWish,
  { store }: { store: Store },
): Promise<AddOutcome> {
  return store.transaction(async ({ subscriptions }) => {
    const existing = await subscriptions.ofChannel(wish.channel);
    const same = existing.find((other) => contentOf(other) === contentOf(wish));
    if (same) return { kind: 'same', id: same.id };
    if (existing.length >= MOST_SUBSCRIPTIONS) return { kind: 'too-many' };
    const subscription = { ...wish, id: idOf(wish) };
    await subscriptions.add(subscription);
    return { kind: 'added', subscription };
  });
}

function contentOf({ channel, cron, zone, topicIds, personIds }: SubscriptionWish): string {
  return JSON.stringify([
    channel.platform,
    channel.id,
    cron,
    zone,
    [...topicIds].sort(),
    [...personIds].sort(),
  ]);
}

/** Short enough to type. The time of creation keeps a subscription apart from one that was ended. */
function idOf(wish: SubscriptionWish): SubscriptionId {
  const hash = createHash('sha256')
    .update(`${contentOf(wish)} ${wish.createdAt}`)
    .digest('hex');
  return hash.slice(0, 8) as SubscriptionId;
}
