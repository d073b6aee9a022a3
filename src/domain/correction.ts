import type { Article } from './article.ts';

/** Something that an edition has shown and that holds no longer. */
export type Correction =
  /** The article was revised, and the words that were shown are no longer in it. */
  | {
      readonly kind: 'reworded';
      readonly article: Article;
      readonly was: string;
      /** Its first sentence now, word for word; null when it has none. */
      readonly now: string | null;
    }
  /** The article was taken out of the archive. */
  | { readonly kind: 'withdrawn'; readonly was: string | null }
  /** What was shown as one story tells of several happenings. */
  | { readonly kind: 'split'; readonly articles: readonly Article[] }
  /** What was shown as several stories tells of one happening. */
  | { readonly kind: 'merged'; readonly articles: readonly Article[] };

/** A correction and the key under which it counts as told. */
export interface KeyedCorrection {
  readonly key: string;
  readonly correction: Correction;
}
