import type { Kysely } from 'kysely';
import type { Day } from '../../src/domain/day.ts';
import type {
  AgreementId,
  ArticleId,
  EventId,
  Instant,
  Language,
  StoryId,
} from '../../src/domain/identity.ts';
import type { AgreementStatus } from '../../src/domain/ledger.ts';
import type { ArticleLink } from '../../src/domain/story.ts';
import type { ChannelTables } from './channel-tables.ts';
import type { FeedTables } from './feed-tables.ts';

/** Rows as stored, on every engine: instants are integer milliseconds, days `YYYY-MM-DD`, `Json` is text. */
type Json = string;
type Certainty = 'stated' | 'inferred' | 'unknown';

export interface ArticleRow {
  id: ArticleId;
  url: string | null;
  locator: string;
  content_hash: string;
  revision: number;
  stored_at: Instant;
  published_at: Instant | null;
  published_certainty: Certainty;
  published_reason: string;
  source_id: string | null;
  source_certainty: Certainty;
  language: Language;
  language_certainty: Certainty;
  title: string;
  title_certainty: Certainty;
  text: string;
  author: string | null;
  /** 0 or 1. */
  is_backlog: number;
}

interface UnderstandingRow {
  article_id: ArticleId;
  relevance: string;
  body: Json;
}

interface FingerprintRow {
  article_id: ArticleId;
  from_day: Day | null;
  to_day: Day | null;
  sketch: string;
  body: Json;
}

interface ArticleEntityRow {
  article_id: ArticleId;
  entity_id: string;
  published_at: Instant | null;
}

interface PassageRow {
  id: number;
  article_id: ArticleId;
  start_offset: number;
  end_offset: number;
  published_at: Instant | null;
}

interface ArticleLinkRow {
  a: ArticleId;
  b: ArticleId;
  kind: ArticleLink['kind'];
  score: number;
  reasons: Json;
}

interface StoryRow {
  id: StoryId;
  first_published_at: Instant | null;
  last_published_at: Instant | null;
  body: Json;
}

interface ObservationRow {
  article_id: ArticleId;
  position: number;
  key: string;
  from_day: Day;
  to_day: Day;
  body: Json;
}

interface EventRow {
  id: EventId;
  kind: string;
  from_day: Day;
  to_day: Day;
  body: Json;
}

interface AgreementRow {
  id: AgreementId;
  status: AgreementStatus;
  last_step_day: Day | null;
  body: Json;
}

interface AgreementStepRow {
  agreement_id: AgreementId;
  status: AgreementStatus;
  on_day: Day;
  /** Among the steps of that status on that day. */
  position: number;
  body: Json;
}

export interface Tables extends ChannelTables, FeedTables {
  articles: ArticleRow;
  understandings: UnderstandingRow;
  fingerprints: FingerprintRow;
  article_entities: ArticleEntityRow;
  passages: PassageRow;
  article_links: ArticleLinkRow;
  stories: StoryRow;
  story_articles: { article_id: ArticleId; story_id: StoryId };
  story_topics: { topic_id: string; story_id: StoryId };
  story_people: { person_id: string; story_id: StoryId };
  observations: ObservationRow;
  events: EventRow;
  event_topics: { topic_id: string; event_id: EventId };
  event_people: { person_id: string; event_id: EventId };
  agreements: AgreementRow;
  agreement_steps: AgreementStepRow;
}

export type Db = Kysely<Tables>;
