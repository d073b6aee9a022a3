import { createHash } from 'node:crypto';
import type { SubscriptionId } from '../domain/identity.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import { firstWakeAt } from './wake-times.ts';

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
    await subscriptions.add(subscription, firstWakeAt(subscription));
    return { kind: 'added', subscription };
  });
}

/** Everything but who asked for it, and when; the order in which something was named does not count. */
function contentOf(wish: SubscriptionWish): string {
  const { channel, timing, zone, length, language, minOrigins } = wish;
  const lists = [wish.topicIds, wish.personIds, wish.agreementIds, wish.sides, wish.languages];
  const wanted = lists.map((ids) => ids.toSorted());
  return JSON.stringify([channel.platform, channel.id, timing, zone, length, language, minOrigins, wanted]);
}

/** Short enough to type. The time of creation keeps a subscription apart from one that was ended. */
function idOf(wish: SubscriptionWish): SubscriptionId {
  const hash = createHash('sha256')
    .update(`${contentOf(wish)} ${wish.createdAt}`)
    .digest('hex');
  return hash.slice(0, 8) as SubscriptionId;
}
