import type { Instant } from '../../src/domain/identity.ts';
import { nextDueAt } from '../../src/domain/schedule.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Random } from '../benchmarks/random.ts';
import { scheduleOf } from '../fixtures/a-schedule.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';

const ZONES = [
  'Asia/Almaty',
  'Asia/Karachi',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Auckland',
];
/** Most channels want it daily. */
const DAYS = ['* * *', '* * *', '* * *', '* * 1-5', '* * 1,4', '*/2 * *', '1,15 * 5'];

/** The digest that one channel waits for. */
export interface Awaited {
  readonly id: string;
  readonly cron: string;
  readonly zone: string;
}

export function anyCron(random: Random): string {
  return `${random.below(60)} ${random.below(24)} ${random.pick(DAYS)}`;
}

export interface SubscribingPlan {
  readonly from: Instant;
  readonly random: Random;
  readonly cronOf: (random: Random) => string;
}

/** A digest for every channel, in zones of all kinds. */
export async function subscribeChannels(
  channels: readonly Channel[],
  { from, random, cronOf }: SubscribingPlan,
  store: Store,
): Promise<readonly Awaited[]> {
  const awaited: Awaited[] = [];
  for (const channel of channels) {
    const cron = cronOf(random);
    const zone = random.pick(ZONES);
    const timing = { kind: 'schedule', cron } as const;
    const subscription = aSubscription({ id: `x${awaited.length}`, channel, timing, zone, createdAt: from });
    await store.subscriptions.add(subscription, nextDueAt(scheduleOf(cron), zone, from));
    awaited.push({ id: subscription.id, cron, zone });
  }
  return awaited;
}

export function nextDueTime({ cron, zone }: Awaited, after: Instant): Instant {
  return nextDueAt(scheduleOf(cron), zone, after);
}

/** Every time in a span at which a digest is due. */
export function dueTimes(digest: Awaited, after: Instant, until: Instant): Instant[] {
  const times: Instant[] = [];
  for (let at = nextDueTime(digest, after); at <= until; at = nextDueTime(digest, at)) times.push(at);
  return times;
}
