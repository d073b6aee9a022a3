/**
 * Frozen limits of the grouping, chosen on the sample articles and their gold file. Change them only together with the
 * quality table of the README.
 */
export const THRESHOLDS = {
  /** Least likeness (weighted Dice, 0–1) of two articles that are linked as related. */
  related: 0.2,
  /** Least likeness of two articles that may tell the same happening. */
  sameStory: 0.36,
  /** Least average likeness between two groups that are joined into one story. */
  joined: 0.28,
  /** Most days between two publications of one story. */
  daysApart: 3.5,
  /** The same, when both put the happening on the same day. */
  daysApartSameDay: 7,
  /** Most days between the days that two articles of one story put the happening on. */
  eventDaysApart: 1,
  /** Share of the shorter text's word shingles from which it is a copy. */
  copiedShingles: 0.3,
  /** Share of name-and-number pairs in the same order from which an article is a rewrite, or a translation. */
  rewrittenAnchors: 0.6,
  translatedAnchors: 0.5,
  /** Fewer pairs than this tell nothing. */
  fewestAnchors: 4,
} as const;

/** Prefixes of feature names. Those that begin with `@` mark an article and carry no weight. */
export const ANCHOR = 'a:';
export const STEM = 'w:';
export const STAGE = '@stage:';
export const DAY = '@day:';
export const NUMBER = '@number:';

/** Does a feature count when articles are compared? */
export function isCompared(name: string): boolean {
  return !name.startsWith(ANCHOR) && !name.startsWith('@');
}
