import type { DueTime, Period } from '../domain/edition-plan.ts';
import type { Instant, KnownLanguage, SubscriptionId } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { EditionLength } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import type { Wish } from './is-wanted.ts';
import type { Snapshot } from './snapshot.ts';
import type { ToldFacts } from './told-facts.ts';

/** What a digest is to cover, and what its reader wants of it. */
export interface EditionRequest extends Wish {
  readonly period: Period;
  /**
   * From when on articles are looked at; earlier than the period where late arrivals are to be told too. What was told
   * before is left out by its key, not by its time.
   */
  readonly lookFromAt: Instant;
  readonly language: KnownLanguage;
  readonly length: EditionLength;
  /** The subscriptions whose earlier editions count as told; none for a digest on request, which repeats itself. */
  readonly toldTo: readonly SubscriptionId[];
  /** Null for a digest on request. */
  readonly due: DueTime | null;
}

export interface DigestPorts {
  readonly store: Store;
  readonly relationship: Relationship;
}

/** Everything that an edition is made of, once it is read. */
export interface Material {
  readonly request: EditionRequest;
  readonly snapshot: Snapshot;
  readonly told: ToldFacts;
  readonly relationship: Relationship;
}

/** One section of a digest: all that it could show, in reading order, and the keys of all that it tells. */
export interface Section<Row> {
  readonly rows: readonly Row[];
  readonly told: readonly string[];
}
