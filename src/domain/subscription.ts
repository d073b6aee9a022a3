import type { DeliveryId, EditionId, Instant, SubscriptionId } from './identity.ts';
import type { Message } from './message.ts';

/** A place where messages go: one channel of one platform. */
export interface Channel {
  readonly platform: string;
  /** The platform's own id. */
  readonly id: string;
}

/** What one channel wants, and when. An empty list means everything. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly channel: Channel;
  /** Five-field cron expression, read in `zone`. */
  readonly cron: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly topicIds: readonly string[];
  readonly personIds: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** One issue of the digest for one subscription and one due time. */
export interface Edition {
  readonly id: EditionId;
  readonly subscriptionId: SubscriptionId;
  readonly dueAt: Instant;
  readonly claimedAt: Instant;
  /** Null while it is being composed. */
  readonly message: Message | null;
  /** Keys of what this edition tells, so that the next one does not tell it again: `article:…`, `event:…:held`. */
  readonly told: readonly string[];
}

export type DeliveryStatus = 'recorded' | 'sending' | 'sent' | 'failed';

/** One message on its way to one channel. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly editionId: EditionId;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** Not tried again before this instant. */
  readonly nextAttemptAt: Instant;
  readonly reason: string | null;
  readonly sentAt: Instant | null;
}
