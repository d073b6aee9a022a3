import type { Feed, FeedPause, FeedState } from '../../src/domain/feed.ts';
import type { FeedRow } from './feed-tables.ts';

export function feedRowOf(feed: Feed): FeedRow {
  return {
    id: feed.id,
    url: feed.url,
    source_id: feed.sourceId,
    title: feed.title,
    language: feed.language,
    side: feed.side,
    origin: feed.origin,
    confirmed: feed.isConfirmed ? 1 : 0,
    added_at: feed.addedAt,
    lease_until: 0,
    ...pauseColumnsOf(feed.pause),
    ...stateColumnsOf(feed.state),
  };
}

export function pauseColumnsOf(pause: FeedPause | null) {
  return {
    paused_at: pause?.at ?? null,
    paused_reason: pause?.reason ?? null,
    paused_by: pause?.by ?? null,
    pause_told: pause?.isTold ? 1 : 0,
  };
}

export function stateColumnsOf(state: FeedState) {
  return {
    etag: state.etag,
    last_modified: state.lastModified,
    next_check_at: state.nextCheckAt,
    last_checked_at: state.lastCheckedAt,
    last_success_at: state.lastSuccessAt,
    last_new_at: state.lastNewAt,
    failures: state.failures,
    failing_since: state.failingSince,
    problem: state.problem,
    rhythm_ms: state.rhythmMs,
    item_identity: state.itemIdentity,
    articles: state.articles,
  };
}

export function feedOf(row: FeedRow): Feed {
  return {
    id: row.id,
    url: row.url,
    sourceId: row.source_id,
    title: row.title,
    language: row.language,
    side: row.side,
    origin: row.origin,
    isConfirmed: row.confirmed === 1,
    addedAt: row.added_at,
    pause: pauseOf(row),
    state: stateOf(row),
  };
}

function pauseOf({ paused_at, paused_reason, paused_by, pause_told }: FeedRow): FeedPause | null {
  if (paused_at === null || paused_by === null) return null;
  return { at: paused_at, reason: paused_reason ?? '', by: paused_by, isTold: pause_told === 1 };
}

function stateOf(row: FeedRow): FeedState {
  return {
    etag: row.etag,
    lastModified: row.last_modified,
    nextCheckAt: row.next_check_at,
    lastCheckedAt: row.last_checked_at,
    lastSuccessAt: row.last_success_at,
    lastNewAt: row.last_new_at,
    failures: row.failures,
    failingSince: row.failing_since,
    problem: row.problem,
    rhythmMs: row.rhythm_ms,
    itemIdentity: row.item_identity,
    articles: row.articles,
  };
}
