import type {
  ArticleId,
  DeliveryId,
  EditionId,
  Instant,
  KnownLanguage,
  StoryId,
  SubscriptionId,
} from './identity.ts';
import type { SideId } from './relationship.ts';

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

/** What somebody wants to hear of. An empty list means everything; what several lists name must touch each of them. */
export interface Interest {
  readonly topicIds: readonly string[];
  readonly personIds: readonly string[];
  readonly agreementIds: readonly string[];
  /** Only what sources of one of these sides report. */
  readonly sides: readonly SideId[];
  /** Only what is reported in one of these. */
  readonly languages: readonly KnownLanguage[];
  /** Only stories with at least so many independent origins; 1 or more. */
  readonly minOrigins: number;
}

export const EVERYTHING: Interest = Object.freeze({
  topicIds: [],
  personIds: [],
  agreementIds: [],
  sides: [],
  languages: [],
  minOrigins: 1,
});

/** A span of every local day, in minutes after midnight; it runs over midnight when `toMinute` is the smaller. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
  /** What is important comes all the same. */
  readonly letsImportantThrough: boolean;
}

/** A digest comes at times of its own; an alert as soon as there is something to tell. */
export type Timing =
  /** `cron` is a five-field expression, read in the subscription's zone. */
  { readonly kind: 'schedule'; readonly cron: string } | AtOnce;

export interface AtOnce {
  readonly kind: 'at-once';
  readonly quietHours: QuietHours | null;
  /** At least so long after one alert comes the next, with all that happened meanwhile. */
  readonly coolDownMs: number;
  /** The digests of the channel tell the same once more. */
  readonly isAlsoInDigest: boolean;
}

export const EDITION_LENGTHS = ['short', 'standard', 'full'] as const;
export type EditionLength = (typeof EDITION_LENGTHS)[number];

/** What one channel wants, and when. */
export interface Subscription extends Interest {
  readonly id: SubscriptionId;
  readonly channel: Channel;
  readonly timing: Timing;
  /** IANA time zone. */
  readonly zone: string;
  readonly length: EditionLength;
  /** The language its readers read; null where the channel's settings say so. */
  readonly language: KnownLanguage | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** Null while it runs. */
  readonly pause: Pause | null;
}

/** What a channel does not want to hear of. A story is named by one of its articles, which stays when stories merge. */
export interface Mute {
  readonly kind: 'story' | 'topic' | 'source';
  readonly id: string;
}

export type EditionKind = 'digest' | 'alert' | 'correction';

/** One issue of the digest for one subscription and one due time; an alert and a correction are issues, too. */
export interface Edition {
  readonly id: EditionId;
  readonly subscriptionId: SubscriptionId;
  readonly kind: EditionKind;
  /** Unique among the editions of the subscription. */
  readonly dueAt: Instant;
  /** Due times after this one and before its own were missed, and are folded into it; null when there was none before. */
  readonly coversFrom: Instant | null;
  /** The edition that a correction corrects. */
  readonly corrects: EditionId | null;
  readonly claimedAt: Instant;
}

/** What an edition showed of an article, kept so that it can be corrected. */
export interface CitedInEdition {
  readonly articleId: ArticleId;
  readonly revision: number;
  /** The story in which the article was shown; null where it stood for an entry of the ledger. */
  readonly storyId: StoryId | null;
  /** The words of the article that were shown; null when none were. */
  readonly text: string | null;
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
  /** The platform's id of the post in whose thread this one belongs; null for a post of its own. */
  readonly replyTo: string | null;
}
