import type { DeliveryId, EditionId, Instant, SubscriptionId } from './identity.ts';
import type { Message } from './message.ts';

/** A place where messages go: one channel of one platform. */
export interface Channel {
  readonly platform: string;
  /** Unique on the platform. An `@` and the id of a person stand for that person's direct messages. */
  readonly id: string;
}

/** The direct messages of one person. */
export function directChannel(platform: string, userId: string): Channel {
  return { platform, id: `@${userId}` };
}

/** Why a subscription rests: its channel cannot be posted to. */
export interface Pause {
  readonly at: Instant;
  /** One of the reasons for which a channel is closed, or `asked` when a person paused it. */
  readonly reason: string;
  /** Whoever subscribed has been told. */
  readonly isOwnerTold: boolean;
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
  /** Null while it runs. */
  readonly pause: Pause | null;
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
  /** When the first attempt began; null before it. */
  readonly triedSince: Instant | null;
  /** The platform's ids of the posts made so far, in order. */
  readonly posts: readonly string[];
}
