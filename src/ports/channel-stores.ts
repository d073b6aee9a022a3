import type { ArticleId, EditionId, Instant, SubscriptionId } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { PreferenceScope, Preferences } from '../domain/preferences.ts';
import type {
  Channel,
  CitedInEdition,
  Delivery,
  Edition,
  Mute,
  Subscription,
} from '../domain/subscription.ts';

/** A subscription that may be due, and since when. */
export interface Awaited {
  readonly subscription: Subscription;
  readonly since: Instant;
}

/** Lists are oldest first and hold the subscriptions that rest, too, unless they say otherwise. */
export interface SubscriptionStore {
  /** `wakeAt` is when it is due first; null for an alert, which something must happen for. */
  add(subscription: Subscription, wakeAt: Instant | null): Promise<void>;
  /** In the place of the one with its id; false when there is none. What it was told stays told. */
  replace(subscription: Subscription, wakeAt: Instant | null): Promise<boolean>;
  remove(id: SubscriptionId): Promise<boolean>;
  get(id: SubscriptionId): Promise<Subscription | null>;
  ofChannel(channel: Channel): Promise<readonly Subscription[]>;
  /** Those that a person of a platform made, in any channel. */
  createdBy(platform: string, userId: string): Promise<readonly Subscription[]>;
  /**
   * Rests all running subscriptions of a channel; true if there were any. Whatever still waits for the channel is given
   * up for the same reason, also when nothing runs there.
   */
  pause(channel: Channel, reason: string, at: Instant): Promise<boolean>;
  /** Rests one that runs, at its reader's wish; its owner need not be told. */
  pauseOne(id: SubscriptionId, reason: string, at: Instant): Promise<boolean>;
  /**
   * Lets it run again; false when it does not rest. What was due until `at` cannot be claimed any more: the next edition
   * tells what happened meanwhile.
   */
  resume(id: SubscriptionId, at: Instant, wakeAt: Instant | null): Promise<boolean>;
  /** Those that run and are to be looked at by `now`, the longest awaited first; through an index. */
  awaited(now: Instant, limit: number): Promise<readonly Awaited[]>;
  /** When to look at one again, unless somebody has set another time than `since` meanwhile; null for not until something happens. */
  setWake(id: SubscriptionId, since: Instant, wakeAt: Instant | null): Promise<void>;
  /** Lets alerts be looked at from `at` on; one that is awaited already keeps its time. */
  wake(ids: readonly SubscriptionId[], at: Instant): Promise<void>;
  /** The alerts that run. */
  alerts(): Promise<readonly Subscription[]>;
  /** Those that rest without their owners having been told. */
  untoldPauses(): Promise<readonly Subscription[]>;
  markOwnerTold(id: SubscriptionId): Promise<void>;
  all(): Promise<readonly Subscription[]>;
}

/** An edition that could be claimed. */
export type DueEdition = Omit<Edition, 'id' | 'claimedAt'>;

/** What a composed edition says. */
export interface Composed {
  readonly message: Message;
  /** Keys of what it tells: a subject, and after a `#` what of it. */
  readonly told: readonly string[];
  readonly cited: readonly CitedInEdition[];
  /** The platform's id of the post in whose thread it belongs; null for a post of its own. */
  readonly replyTo: string | null;
}

/** An edition with its way to the channel; null as long as it has none. */
export interface EditionRecord {
  readonly edition: Edition;
  readonly delivery: Delivery | null;
  /** It was closed without a message, because there was nothing to say. */
  readonly isClosed: boolean;
}

/** An edition that showed an article. */
export interface Citing extends EditionRecord {
  readonly cited: readonly CitedInEdition[];
}

export interface EditionStore {
  /**
   * Claims one due time of one subscription, atomically: of several callers one gets the edition, the others null.
   * An edition claimed before `staleBefore` and never composed (its process died) is handed out again. Nobody gets one
   * of a subscription that rests, or rested at the due time.
   */
  claim(due: DueEdition, now: Instant, staleBefore: Instant): Promise<Edition | null>;
  /** Stores what was composed and records its delivery, in one step. */
  compose(edition: Edition, composed: Composed, channel: Channel): Promise<Delivery>;
  /** Closes an edition that needs no message, so that it is not composed again. */
  close(edition: Edition): Promise<void>;
  /** The latest due time whose digest or alert was composed or closed; null before the first. */
  lastDueAt(id: SubscriptionId): Promise<Instant | null>;
  /** All keys with one of the subjects that earlier editions of these subscriptions have told, with the latest edition that did, null
   * where an earlier version of the bot did not keep it. */
  told(
    ids: readonly SubscriptionId[],
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, EditionId | null>>;
  /** Newest first. */
  ofSubscription(id: SubscriptionId, limit: number): Promise<readonly EditionRecord[]>;
  getMany(ids: readonly EditionId[]): Promise<readonly EditionRecord[]>;
  /** The digests and alerts due since then that showed one of the articles, with all that they showed; oldest first. */
  citing(articleIds: readonly ArticleId[], since: Instant): Promise<readonly Citing[]>;
  /** How many were due before, but for the latest of each subscription and those still on their way. */
  countBefore(at: Instant): Promise<number>;
  /** Deletes those, with their deliveries; what they told stays told. Resolves with how many. */
  deleteBefore(at: Instant): Promise<number>;
  /** The corrections of a subscription's editions that were composed after `after`, with their messages; oldest first. */
  corrections(
    id: SubscriptionId,
    after: Instant,
  ): Promise<readonly { readonly edition: Edition; readonly message: Message }[]>;
}

export interface DeliveryStore {
  /**
   * Takes one delivery that is due, atomically, and hides it from others until `leaseUntil`. A channel's deliveries are
   * handed out in the order in which they were recorded: none while an earlier one to the same channel is neither sent
   * nor given up. The first attempt sets `triedSince`.
   */
  claimNext(
    now: Instant,
    leaseUntil: Instant,
    platforms: readonly string[],
  ): Promise<{ delivery: Delivery; message: Message } | null>;
  /**
   * The earliest instant at which `claimNext` has one to give, as things stand; null when none waits. It may be past. One
   * that is being sent counts with the end of its lease, one behind another not at all: ask again after marking or
   * recording one.
   */
  nextDueAt(platforms: readonly string[]): Promise<Instant | null>;
  /** A post that is known already changes nothing. */
  addPost(id: Delivery['id'], post: string): Promise<void>;
  markSent(id: Delivery['id'], at: Instant): Promise<void>;
  /** `retryAt` null gives up: the delivery stays visible as failed. One that was sent or given up stays as it is. */
  markFailed(id: Delivery['id'], reason: string, retryAt: Instant | null): Promise<void>;
  countByStatus(): Promise<Readonly<Record<string, number>>>;
  /** Those that were given up, the newest first: of one channel, or of all. */
  failed(channel: Channel | null, limit: number): Promise<readonly Delivery[]>;
  get(id: Delivery['id']): Promise<Delivery | null>;
  /** Lets one that was given up be tried again, as if it had never been tried but may have arrived; false for any other. */
  retry(id: Delivery['id'], at: Instant): Promise<boolean>;
  ofSubscription(id: SubscriptionId, limit: number): Promise<readonly Delivery[]>;
}

export interface PreferenceStore {
  /** Null where nothing was set. */
  get(scope: PreferenceScope): Promise<Preferences | null>;
  /** In the place of all that was set before. */
  set(scope: PreferenceScope, preferences: Preferences): Promise<void>;
}

/** A workspace that let the bot in. `sealed` is what its platform's adapter encrypted; the store cannot read it. */
export interface Installation {
  readonly platform: string;
  readonly workspaceId: string;
  readonly sealed: string;
  readonly installedAt: Instant;
}

export interface InstallationStore {
  /** In the place of an earlier one of the same workspace. */
  save(installation: Installation): Promise<void>;
  get(platform: string, workspaceId: string): Promise<Installation | null>;
  remove(platform: string, workspaceId: string): Promise<boolean>;
}

/** Small things that must outlive a restart and be the same in every process. */
export interface KeepsakeStore {
  /** The secret of that name: 32 random bytes made at the first call, in hexadecimal digits, ever since the same. */
  secret(name: string): Promise<string>;
  /** Keeps lines under keys that follow from them; the same line again only makes it younger. */
  keepLines(lines: ReadonlyMap<string, string>, at: Instant): Promise<void>;
  line(key: string): Promise<string | null>;
}

/** What channels do not want to hear of. */
export interface MuteStore {
  /** False when it is muted already. */
  add(channel: Channel, mute: Mute, at: Instant): Promise<boolean>;
  remove(channel: Channel, mute: Mute): Promise<boolean>;
  /** Oldest first. */
  ofChannel(channel: Channel): Promise<readonly Mute[]>;
}

/** The articles that were stored, revised, moved or deleted, until somebody has looked at what follows. */
export interface ChangeStore {
  record(ids: readonly ArticleId[], at: Instant): Promise<void>;
  /** Takes the oldest away; of several callers each gets others. Within a transaction they come back when it fails. */
  take(limit: number): Promise<readonly ArticleId[]>;
}

/** What only one process may do at a time. */
export interface Leases {
  /**
   * True when `holder` has the lease until then: because nobody had it, the time of whoever had it has run out by `now`,
   * or it was this holder's already. Atomic.
   */
  hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  /** Gives it up, unless it has gone to another holder. */
  release(name: string, holder: string): Promise<void>;
}

export interface LeaseStore extends Leases {
  /** Forgets those whose time ran out before: nobody is waiting for them any more. */
  forget(before: Instant): Promise<void>;
}
