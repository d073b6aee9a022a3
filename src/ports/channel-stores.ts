import type { Instant, SubscriptionId } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { PreferenceScope, Preferences } from '../domain/preferences.ts';
import type { Channel, Delivery, Edition, Subscription } from '../domain/subscription.ts';

/** Lists are oldest first and hold the subscriptions that rest, too. */
export interface SubscriptionStore {
  add(subscription: Subscription): Promise<void>;
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
  /**
   * Lets it run again; false when it does not rest. What was due until `at` cannot be claimed any more: the next edition
   * tells what happened meanwhile.
   */
  resume(id: SubscriptionId, at: Instant): Promise<boolean>;
  /** Those that rest without their owners having been told. */
  untoldPauses(): Promise<readonly Subscription[]>;
  markOwnerTold(id: SubscriptionId): Promise<void>;
  all(): Promise<readonly Subscription[]>;
}

export interface EditionStore {
  /**
   * Claims one due time of one subscription, atomically: of several callers one gets the edition, the others null.
   * An edition claimed before `staleBefore` and never composed (its process died) is handed out again. Nobody gets one
   * of a subscription that rests, or rested at the due time.
   */
  claim(id: SubscriptionId, dueAt: Instant, now: Instant, staleBefore: Instant): Promise<Edition | null>;
  /** Stores the composed message and records its delivery, in one step. */
  compose(edition: Edition, message: Message, told: readonly string[], channel: Channel): Promise<Delivery>;
  /** Closes an edition that needs no message, so that it is not composed again. */
  close(edition: Edition): Promise<void>;
  /** The latest due time whose edition was composed or closed; null before the first. */
  lastDueAt(id: SubscriptionId): Promise<Instant | null>;
  /** Which of the keys earlier editions of this subscription have told. */
  told(id: SubscriptionId, keys: readonly string[]): Promise<ReadonlySet<string>>;
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
