import type { Instant } from '../../src/domain/identity.ts';
import type { AtOnce, Pause, Subscription, Timing } from '../../src/domain/subscription.ts';
import type { SubscriptionRow } from './channel-tables.ts';
import { readJson, readStrings } from './stored-json.ts';

export function rowOfSubscription(subscription: Subscription, wakeAt: Instant | null): SubscriptionRow {
  const { timing } = subscription;
  return {
    id: subscription.id,
    platform: subscription.channel.platform,
    channel_id: subscription.channel.id,
    cron: timing.kind === 'schedule' ? timing.cron : '',
    at_once: timing.kind === 'at-once' ? JSON.stringify(timing) : null,
    zone: subscription.zone,
    topic_ids: JSON.stringify(subscription.topicIds),
    person_ids: JSON.stringify(subscription.personIds),
    agreement_ids: JSON.stringify(subscription.agreementIds),
    sides: JSON.stringify(subscription.sides),
    languages: JSON.stringify(subscription.languages),
    min_origins: subscription.minOrigins,
    length: subscription.length,
    language: subscription.language,
    created_by: subscription.createdBy,
    created_at: subscription.createdAt,
    paused_at: subscription.pause?.at ?? null,
    paused_reason: subscription.pause?.reason ?? null,
    owner_told: subscription.pause?.isOwnerTold ? 1 : 0,
    resumed_at: null,
    wake_at: wakeAt,
  };
}

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: { platform: row.platform, id: row.channel_id },
    timing: timingOf(row),
    zone: row.zone,
    topicIds: readStrings(row.topic_ids),
    personIds: readStrings(row.person_ids),
    agreementIds: readStrings(row.agreement_ids),
    sides: readStrings(row.sides),
    languages: readJson<Subscription['languages']>(row.languages),
    minOrigins: row.min_origins,
    length: row.length,
    language: row.language,
    createdBy: row.created_by,
    createdAt: row.created_at,
    pause: pauseOf(row),
  };
}

function timingOf({ cron, at_once }: SubscriptionRow): Timing {
  return at_once === null ? { kind: 'schedule', cron } : readJson<AtOnce>(at_once);
}

function pauseOf({ paused_at, paused_reason, owner_told }: SubscriptionRow): Pause | null {
  if (paused_at === null) return null;
  return { at: paused_at, reason: paused_reason ?? '', isOwnerTold: owner_told === 1 };
}
