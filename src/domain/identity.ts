/** Branded ids: plain strings at run time, never interchangeable at compile time. */
type Branded<Name extends string> = string & { readonly __brand: Name };

export type ArticleId = Branded<'ArticleId'>;
export type StoryId = Branded<'StoryId'>;
export type EventId = Branded<'EventId'>;
export type AgreementId = Branded<'AgreementId'>;
export type SubscriptionId = Branded<'SubscriptionId'>;
export type EditionId = Branded<'EditionId'>;
export type DeliveryId = Branded<'DeliveryId'>;
export type FeedId = Branded<'FeedId'>;

/** An instant: integer milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** The five languages that Dragoman reads; everything else is `other`. ISO 639-1. */
export const LANGUAGES = ['en', 'de', 'ru', 'ur', 'kk'] as const;
export type KnownLanguage = (typeof LANGUAGES)[number];
export type Language = KnownLanguage | 'other';

/** How sure we are of a fact about an article. */
export type Certainty = 'stated' | 'inferred' | 'unknown';
