import type { DateMention } from './article.ts';
import type { ArticleId, Language } from './identity.ts';

export type EntityKind = 'person' | 'organisation' | 'place' | 'corridor' | 'side' | 'instrument' | 'office';

/** An entity named in a text. Offsets are UTF-16 code units into the article's text. */
export interface Mention {
  readonly kind: EntityKind;
  readonly entityId: string;
  readonly start: number;
  readonly end: number;
  /** `mistake`: a wrong form that the profile lists; `variant`: a close misspelling beside a fitting first name. */
  readonly match: 'exact' | 'inflected' | 'family-name' | 'variant' | 'mistake';
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

export interface TopicScore {
  readonly topicId: string;
  /** Share of the topic's weight found, 0–1. */
  readonly score: number;
  /** The words that matched, as written. */
  readonly words: readonly string[];
}

/** `bilateral`: both sides act together; `one-side`: one side about the other; `passing`: both named, not about them. */
export type RelevanceKind = 'bilateral' | 'one-side' | 'passing' | 'none';

export interface Relevance {
  readonly kind: RelevanceKind;
  /** In words: "a person of each side in one sentence (3×)". */
  readonly reasons: readonly string[];
}

/** Everything read out of one article; recomputed from its text alone, so it never depends on other articles. */
export interface Understanding {
  readonly articleId: ArticleId;
  readonly language: Language;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly topics: readonly TopicScore[];
  readonly relevance: Relevance;
  /** Ids of sources that the article credits: "reported Akorda", "APP". */
  readonly credits: readonly string[];
}
