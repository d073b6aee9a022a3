import type { Day } from './day.ts';
import type { Feed } from './feed.ts';

/** Which articles are counted: those about the two sides, or all. */
export const COVERAGE_MEASURES = ['relevant', 'all'] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];

/** How a side or a language stands. Silence tells something only where a feed could have broken it. */
export type CoverageStanding =
  | { readonly kind: 'no-feed' }
  /** Every feed of it that was ever read rests or fails. */
  | { readonly kind: 'down' }
  /** None of its feeds has been read yet. */
  | { readonly kind: 'unread' }
  /** Silent for longer than its own rhythm explains; `everyDays` is that rhythm, from one day with articles to the next. */
  | { readonly kind: 'quiet'; readonly lastDay: Day; readonly everyDays: number }
  | { readonly kind: 'heard' };

export interface CoverageRow {
  /** Id of a side, or a language. */
  readonly of: string;
  /** Articles a week, oldest week first. */
  readonly weeks: readonly number[];
  readonly feeds: number;
  readonly feedsDown: number;
  readonly standing: CoverageStanding;
}

/** How much was published in the weeks from `fromDay` to `toDay`, both inclusive, days in UTC. */
export interface Coverage {
  readonly measure: CoverageMeasure;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly sides: readonly CoverageRow[];
  /** Only languages that were read or are followed. */
  readonly languages: readonly CoverageRow[];
  /** Feeds that answer and yet bring nothing new for longer than their own rhythm explains. */
  readonly staleFeeds: readonly Feed[];
}
