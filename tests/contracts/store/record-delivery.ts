import type { Message } from '../../../src/domain/message.ts';
import type { Channel, Delivery } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import { NOW } from './store-in-test.ts';

export const HERE: Channel = { platform: 'console', id: 'here' };

interface Recording {
  readonly channel?: Channel;
  readonly text?: string;
  readonly message?: Message;
  /** From then on it may be sent. */
  readonly at?: number;
}

/** The one subscription of a channel in these tests. */
export function subscriptionOf({ platform, id }: Channel) {
  return aSubscription({ id: `sub-${platform}-${id}`, channel: { platform, id } });
}

/** Records one more delivery to a channel; its subscription is added with the first. */
export async function recordDelivery(store: Store, recording: Recording = {}): Promise<Delivery> {
  const { channel = HERE, text = 'Nothing new today.', at = NOW } = recording;
  const subscription = subscriptionOf(channel);
  const isKnown = (await store.subscriptions.get(subscription.id)) !== null;
  if (!isKnown) await store.subscriptions.add(subscription, 0);
  const earlier = await store.deliveries.ofSubscription(subscription.id, 1_000);
  const edition = await store.editions.claim(dueEdition(subscription.id, NOW + earlier.length), at, 0);
  if (!edition) throw new Error('The first claim of a due time succeeds.');
  return store.editions.compose(edition, aComposed(recording.message ?? aMessage(text), []), channel);
}
