import type { Article } from './article.ts';
import type { Day } from './day.ts';
import type { ArticleId, EditionId, Instant } from './identity.ts';
import type { Agreement, AgreementStatus, AgreementStep, EventStatus, NewsEvent } from './ledger.ts';
import type { Message } from './message.ts';
import type { Anniversary, SideId } from './relationship.ts';
import type { Story } from './story.ts';
import type { CitedInEdition } from './subscription.ts';
import type { UnusualSilence } from './unusual-silence.ts';

/** What one digest tells, before it has words. Lists are in reading order and already cut to what is shown. */
export interface EditionPlan {
  readonly period: Period;
  readonly due: DueTime | null;
  /** What has changed most between the two sides; no list holds it once more. */
  readonly headline: Headline | null;
  readonly stories: Shown<StoryTold>;
  readonly developments: Shown<Development>;
  /** Those that were not told before. */
  readonly events: Shown<NewsEvent>;
  readonly agreements: Shown<AgreementTold>;
  readonly ahead: Shown<AheadTold>;
  readonly offices: Shown<OfficeChange>;
  readonly silences: Shown<SilenceTold>;
  readonly corrections: Shown<CorrectionTold>;
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
  /** Earlier due times that were missed and are made up for by this one, oldest first. */
  readonly folded: readonly Instant[];
}

/** The rows that are shown, and how many there are in all. */
export interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface StoryTold {
  readonly story: Story;
  /** The sentences that say most, the most central first; none when no sentence could be told. */
  readonly passages: readonly Passage[];
}

/** Words of an article: an exact slice of its text. */
export interface Passage {
  readonly articleId: ArticleId;
  readonly text: string;
}

export interface AgreementTold {
  readonly agreement: Agreement;
  /** The furthest of its steps that is news. */
  readonly step: AgreementStep;
  /** The furthest step that was told before; null when none was. */
  readonly was: AgreementStatus | null;
}

/** What has changed about something that was told before: what was told, and what is now. */
export type Development =
  | {
      readonly kind: 'event';
      readonly event: NewsEvent;
      readonly was: { readonly status: EventStatus; readonly on: string };
    }
  | { readonly kind: 'agreement'; readonly told: AgreementTold; readonly was: AgreementStatus }
  /** A side that had not told a story reports it, too. */
  | {
      readonly kind: 'side';
      readonly story: Story;
      readonly sides: readonly SideId[];
      readonly articleIds: readonly ArticleId[];
    };

export type Headline =
  | Exclude<Development, { kind: 'side' }>
  | { readonly kind: 'new-event'; readonly event: NewsEvent }
  | { readonly kind: 'new-agreement'; readonly told: AgreementTold };

export type AheadTold =
  | { readonly kind: 'event'; readonly day: Day; readonly event: NewsEvent }
  /** Known from the profile, not from an article. */
  | {
      readonly kind: 'anniversary';
      readonly day: Day;
      readonly anniversary: Anniversary;
      readonly years: number;
    };

/** Somebody took or left an office, as the profile has it; `on` is an ISO date as precise as it is known. */
export interface OfficeChange {
  readonly kind: 'took' | 'left';
  readonly personId: string;
  readonly officeId: string;
  readonly on: string;
}

/** A side or a language that has gone quiet. */
export interface SilenceTold extends UnusualSilence {
  readonly kind: 'side' | 'language';
  readonly of: string;
}

/** What was corrected of an earlier edition. */
export interface CorrectionTold {
  readonly editionId: EditionId;
  readonly message: Message;
}
