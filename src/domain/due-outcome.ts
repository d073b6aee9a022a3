import type { Instant } from './identity.ts';
import type { EditionKind } from './subscription.ts';

/** What became of one due time of a subscription. */
export interface DueTimeOutcome {
  readonly kind: EditionKind;
  readonly dueAt: Instant;
  readonly outcome: DueOutcome;
}

export type DueOutcome =
  /** `isLate`: more than a few minutes after its time. */
  | { readonly kind: 'sent'; readonly at: Instant; readonly isLate: boolean }
  /** On its way; the reason is that of the last attempt, null before the first failed. */
  | { readonly kind: 'under-way'; readonly reason: string | null }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Claimed, and not composed yet. */
  | { readonly kind: 'composing' }
  /** There was nothing to say. */
  | { readonly kind: 'empty' }
  /** It was missed; the edition due then tells what it would have told. */
  | { readonly kind: 'folded'; readonly into: Instant }
  | { readonly kind: 'rested'; readonly reason: string }
  /** Not claimed yet: within the grace it still comes, later the next edition tells it. */
  | { readonly kind: 'open' };
