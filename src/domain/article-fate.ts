import type { DueOutcome } from './due-outcome.ts';
import type { Instant } from './identity.ts';
import type { Subscription } from './subscription.ts';

/** What became of one article for one subscription, and why. */
export interface ArticleFate {
  readonly subscription: Subscription;
  readonly fate: Fate;
}

export type Fate =
  /** Told in the edition of that time, with what became of it. */
  | { readonly kind: 'told'; readonly dueAt: Instant; readonly outcome: DueOutcome }
  /** Told by a version of the bot that did not keep when. */
  | { readonly kind: 'told-once' }
  | { readonly kind: 'rests'; readonly reason: string }
  /** In no story, because it is not about the two sides. */
  | { readonly kind: 'no-story' }
  /** Its story was told, and one more article about it is no news. */
  | { readonly kind: 'story-told' }
  /** Only articles that were there when their feed was first read tell it. */
  | { readonly kind: 'backlog' }
  | { readonly kind: 'muted' }
  | { readonly kind: 'not-wanted' }
  /** From before the time at which the first edition looks. */
  | { readonly kind: 'too-old' }
  /** The next edition tells it; null when that comes at once. */
  | { readonly kind: 'next'; readonly dueAt: Instant | null };
