import type { Tables } from './tables.ts';

/**
 * Every table that a copy holds, each after those that it refers to, with the columns that tell its rows apart. Passages
 * are left out: each engine has its own, and they follow from the articles. Leases end with their process.
 */
export const ARCHIVE_TABLES = {
  articles: ['id'],
  understandings: ['article_id'],
  fingerprints: ['article_id'],
  article_entities: ['article_id', 'entity_id'],
  article_links: ['a', 'b', 'kind'],
  stories: ['id'],
  story_articles: ['article_id'],
  story_topics: ['topic_id', 'story_id'],
  story_people: ['person_id', 'story_id'],
  observations: ['article_id', 'position'],
  events: ['id'],
  event_topics: ['topic_id', 'event_id'],
  event_people: ['person_id', 'event_id'],
  agreements: ['id'],
  agreement_steps: ['agreement_id', 'status', 'on_day', 'position'],
  subscriptions: ['id'],
  editions: ['id'],
  edition_told: ['subscription_id', 'key'],
  edition_cites: ['edition_id', 'position'],
  deliveries: ['id'],
  preferences: ['platform', 'kind', 'scope_id'],
  installations: ['platform', 'workspace_id'],
  secrets: ['name'],
  kept_lines: ['key'],
  mutes: ['platform', 'channel_id', 'kind', 'target_id'],
  feeds: ['id'],
  feed_items: ['feed_id', 'key'],
  removed_feeds: ['id'],
  deleted_articles: ['id'],
  article_changes: ['article_id'],
} as const satisfies Record<Exclude<keyof Tables, 'passages' | 'leases'>, readonly string[]>;
