import type { Article } from './article.ts';
import type { Day } from './day.ts';
import type { ArticleId, Instant } from './identity.ts';
import type { Agreement, AgreementStep, NewsEvent } from './ledger.ts';
import type { Anniversary } from './relationship.ts';
import type { Story } from './story.ts';
import type { CitedInEdition } from './subscription.ts';

/** What one digest tells, before it has words. Lists are in reading order and already cut to what is shown. */
export interface EditionPlan {
  readonly period: Period;
  readonly due: DueTime | null;
  readonly stories: Shown<StoryTold>;
  readonly events: Shown<NewsEvent>;
  readonly agreements: Shown<AgreementTold>;
  readonly ahead: readonly AheadTold[];
  /** Every article that the lists name. */
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** Keys of everything above, also of what was cut; the next edition leaves them out. */
  readonly told: readonly string[];
  readonly cited: readonly CitedInEdition[];
}

/** `toAt` is exclusive. `zone` is the one in which its days and times are read. */
export interface Period {
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly zone: string;
}

/** When an edition was to appear, and whether it comes so late that its reader should know. */
export interface DueTime {
  readonly at: Instant;
  readonly isLate: boolean;
}

/** The rows that are shown, and how many there are in all. */
export interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface StoryTold {
  readonly story: Story;
  /** The article that is quoted: in the reader's language where there is one, else the story's lead. */
  readonly articleId: ArticleId;
  /** An exact slice of its text, without the dateline; null when no sentence could be told. */
  readonly lead: string | null;
}

export interface AgreementTold {
  readonly agreement: Agreement;
  /** The furthest of its steps that is news. */
  readonly step: AgreementStep;
}

export type AheadTold =
  | { readonly kind: 'event'; readonly day: Day; readonly event: NewsEvent }
  /** Known from the profile, not from an article. */
  | {
      readonly kind: 'anniversary';
      readonly day: Day;
      readonly anniversary: Anniversary;
      readonly years: number;
    };
