import { createHash } from 'node:crypto';
import type { Instant, SubscriptionId } from '../domain/identity.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import { wakeAfter } from './wake-times.ts';

/** Alerts count, too. */
const MOST_SUBSCRIPTIONS = 10;

export type SubscriptionWish = Omit<Subscription, 'id'>;

type Refusal =
  | { readonly kind: 'too-many'; readonly most: number }
  /** The channel has one that would tell the same at the same times. */
  | { readonly kind: 'same'; readonly id: SubscriptionId };

type KeepOutcome = { readonly kind: 'kept'; readonly subscription: Subscription } | Refusal;

/** Adds a subscription, or puts it in the place of another one of the channel; that one keeps its id and what it was told. */
export async function keepSubscription(
  wish: SubscriptionWish,
  replaced: Subscription | null,
  { store, now }: { readonly store: Store; readonly now: Instant },
): Promise<KeepOutcome> {
  return store.transaction(async (view) => {
    const refusal = await refusalOf(wish, replaced, view);
    if (refusal !== null) return refusal;
    const subscription = { ...wish, id: replaced?.id ?? idOf(wish) };
    const { subscriptions } = view;
    if (replaced === null) await subscriptions.add(subscription, wakeAfter(subscription, now));
    else await subscriptions.replace(subscription, wakeAfter(subscription, now) ?? now);
    return { kind: 'kept', subscription };
  });
}

/** Why a wish cannot be kept; null when it can. */
export async function refusalOf(
  wish: SubscriptionWish,
  replaced: Subscription | null,
  { subscriptions }: Pick<Store, 'subscriptions'>,
): Promise<Refusal | null> {
  const ofChannel = await subscriptions.ofChannel(wish.channel);
  const others = ofChannel.filter(({ id }) => id !== replaced?.id);
  const same = others.find((other) => contentOf(other) === contentOf(wish));
  if (same) return { kind: 'same', id: same.id };
  return others.length >= MOST_SUBSCRIPTIONS ? { kind: 'too-many', most: MOST_SUBSCRIPTIONS } : null;
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
