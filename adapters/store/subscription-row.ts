import type { Pause, Subscription } from '../../src/domain/subscription.ts';
import type { SubscriptionRow } from './channel-tables.ts';
import { readStrings } from './stored-json.ts';

export function rowOfSubscription(subscription: Subscription): SubscriptionRow {
  return {
    id: subscription.id,
    platform: subscription.channel.platform,
    channel_id: subscription.channel.id,
    cron: subscription.cron,
    zone: subscription.zone,
    topic_ids: JSON.stringify(subscription.topicIds),
    person_ids: JSON.stringify(subscription.personIds),
    created_by: subscription.createdBy,
    created_at: subscription.createdAt,
    paused_at: subscription.pause?.at ?? null,
    paused_reason: subscription.pause?.reason ?? null,
    owner_told: subscription.pause?.isOwnerTold ? 1 : 0,
    resumed_at: null,
  };
}

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: { platform: row.platform, id: row.channel_id },
    cron: row.cron,
    zone: row.zone,
    topicIds: readStrings(row.topic_ids),
    personIds: readStrings(row.person_ids),
    createdBy: row.created_by,
    createdAt: row.created_at,
    pause: pauseOf(row),
  };
}

function pauseOf({ paused_at, paused_reason, owner_told }: SubscriptionRow): Pause | null {
  if (paused_at === null) return null;
  return { at: paused_at, reason: paused_reason ?? '', isOwnerTold: owner_told === 1 };
}
