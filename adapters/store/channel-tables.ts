import type {
  ArticleId,
  DeliveryId,
  EditionId,
  Instant,
  KnownLanguage,
  StoryId,
  SubscriptionId,
} from '../../src/domain/identity.ts';
import type { PreferenceScope } from '../../src/domain/preferences.ts';
import type { DeliveryStatus, EditionKind, EditionLength, Mute } from '../../src/domain/subscription.ts';

/** Rows of what concerns channels, people and workspaces; written as those in `tables.ts`. */
type Json = string;
/** 0 or 1. */
type Flag = number;

export interface SubscriptionRow {
  id: SubscriptionId;
  platform: string;
  channel_id: string;
  /** Empty for an alert. */
  cron: string;
  /** How an alert comes; null for a digest. */
  at_once: Json | null;
  zone: string;
  topic_ids: Json;
  person_ids: Json;
  agreement_ids: Json;
  sides: Json;
  languages: Json;
  min_origins: number;
  length: EditionLength;
  language: KnownLanguage | null;
  created_by: string;
  created_at: Instant;
  /** With its reason null while it runs. */
  paused_at: Instant | null;
  paused_reason: string | null;
  owner_told: Flag;
  /** Nothing that was due until then is made up for; null when it never rested. */
  resumed_at: Instant | null;
  /** When it is to be looked at; null for an alert for which nothing has happened. */
  wake_at: Instant | null;
}

export interface EditionRow {
  id: EditionId;
  subscription_id: SubscriptionId;
  kind: EditionKind;
  due_at: Instant;
  covers_from: Instant | null;
  corrects: EditionId | null;
  claimed_at: Instant;
  message: Json | null;
  /** 1 when it was closed without a message. */
  closed: Flag;
}

export interface DeliveryRow {
  id: DeliveryId;
  edition_id: EditionId;
  platform: string;
  channel_id: string;
  /** Counts the deliveries of a channel in the order in which they were recorded. */
  position: number;
  status: DeliveryStatus;
  attempts: number;
  next_attempt_at: Instant;
  reason: string | null;
  sent_at: Instant | null;
  tried_since: Instant | null;
  posts: Json;
  reply_to: string | null;
}

interface PreferenceRow {
  kind: PreferenceScope['kind'];
  platform: string;
  scope_id: string;
  language: KnownLanguage | null;
  zone: string | null;
  topic_ids: Json | null;
}

interface InstallationRow {
  platform: string;
  workspace_id: string;
  sealed: string;
  installed_at: Instant;
}

export interface ChannelTables {
  subscriptions: SubscriptionRow;
  editions: EditionRow;
  /** `subject` is the key up to its `#`; `edition_id` null where an earlier version did not keep it. */
  edition_told: {
    subscription_id: SubscriptionId;
    subject: string;
    key: string;
    edition_id: EditionId | null;
  };
  edition_cites: {
    edition_id: EditionId;
    /** Among what the edition showed. */
    position: number;
    article_id: ArticleId;
    revision: number;
    story_id: StoryId | null;
    text: string | null;
  };
  mutes: { platform: string; channel_id: string; kind: Mute['kind']; target_id: string; muted_at: Instant };
  article_changes: { article_id: ArticleId; changed_at: Instant };
  leases: { name: string; holder: string; until: Instant };
  deliveries: DeliveryRow;
  preferences: PreferenceRow;
  installations: InstallationRow;
  secrets: { name: string; value: string };
  /** `kept_at` is when the line was last kept: lines that are still in use stay young. */
  kept_lines: { key: string; line: string; kept_at: Instant };
}
