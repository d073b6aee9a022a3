import type { Channel, Subscription } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';

export type SubscriptionSearch =
  | { readonly kind: 'found'; readonly subscription: Subscription }
  | { readonly kind: 'unknown' | 'several'; readonly id: string };

/** The subscription of a channel that an id, or its beginning, means. */
export async function subscriptionOf(
  typed: string,
  channel: Channel,
  { subscriptions }: Pick<Store, 'subscriptions'>,
): Promise<SubscriptionSearch> {
  const id = typed.trim().toLowerCase();
  const [found, other] = (await subscriptions.ofChannel(channel)).filter((each) => each.id.startsWith(id));
  if (found === undefined || id === '') return { kind: 'unknown', id };
  return other === undefined ? { kind: 'found', subscription: found } : { kind: 'several', id };
}
