import type { ArticleId, Instant, Language, StoryId } from './identity.ts';

/** An independent piece of reporting; rewrites, reprints and translations of it share one origin. */
export interface Origin {
  readonly id: string;
  /** The article that leads: credited or earliest. */
  readonly leadId: ArticleId;
  readonly articleIds: readonly ArticleId[];
}

/** The articles, in any language, that report the same happening. Articles are ordered by publication, then id. */
export interface Story {
  readonly id: StoryId;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly leadId: ArticleId;
  readonly articleIds: readonly ArticleId[];
  readonly origins: readonly Origin[];
  readonly languages: readonly Language[];
  readonly sides: readonly string[];
  readonly topicIds: readonly string[];
  readonly personIds: readonly string[];
  /** Null only when no article of the story has a known publication time. */
  readonly firstPublishedAt: Instant | null;
  readonly lastPublishedAt: Instant | null;
  /** Empty as stored; `withRelatedStories` fills it from the links as they are now. */
  readonly relatedStoryIds: readonly StoryId[];
}

/** How two articles relate, with the features behind the decision. `score` runs from 0 to 1. */
export interface ArticleLink {
  readonly a: ArticleId;
  readonly b: ArticleId;
  readonly kind: 'same-origin' | 'same-story' | 'related';
  readonly score: number;
  /** In words, for `why`: "same people: tokayev, munir; same day 2025-04-23". */
  readonly reasons: readonly string[];
}
