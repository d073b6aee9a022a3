import type { Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { EditionRecord } from '../../src/ports/channel-stores.ts';
import type { Store } from '../../src/ports/store.ts';
import type { StandingPost } from './platforms.ts';
import { type Awaited, dueTimes } from './subscribe-channels.ts';

/** What became of everything that was due. */
export interface Count {
  readonly due: number;
  readonly delivered: number;
  /** Missed while nothing ran, and told by the next edition. */
  readonly folded: number;
  readonly lost: number;
  /** Editions that were not due. */
  readonly unasked: number;
  readonly posts: number;
  /** Posts of the same part of the same delivery, beyond the first. */
  readonly duplicates: number;
  /** Posts that no delivery knows as its own. */
  readonly strays: number;
  /** Delivered five minutes after their time or later. */
  readonly late: number;
  /** Of editions that were delivered: not due, but because an article changed. */
  readonly corrections: number;
  readonly problems: readonly string[];
}

const LATE_AFTER_MS = 5 * 60_000;
const MOST_EDITIONS = 10_000;

type Fate = 'delivered' | 'folded' | 'lost';

export interface Counted {
  readonly awaited: readonly Awaited[];
  readonly from: Instant;
  /** What is due later is not counted. */
  readonly until: Instant;
  readonly posts: readonly StandingPost[];
}

/** Holds what the platforms show and what the store believes against what was due. */
export async function countEditions({ awaited, from, until, posts }: Counted, store: Store): Promise<Count> {
  const standing = new Set(posts.map(({ channel, id }) => `${channel.id} ${id}`));
  const all: EditionRecord[] = [];
  const fates: Fate[] = [];
  const problems: string[] = [];
  let unasked = 0;
  for (const digest of awaited) {
    const issues = await store.editions.ofSubscription(digest.id as SubscriptionId, MOST_EDITIONS);
    const records = issues.filter(({ edition }) => edition.kind === 'digest');
    const dueAts = dueTimes(digest, from, until);
    for (const dueAt of dueAts) {
      const fate = fateOf(dueAt, records, standing);
      fates.push(fate);
      if (fate === 'lost') problems.push(describe(digest, dueAt, records));
    }
    all.push(...issues);
    unasked += records.filter(({ edition: { dueAt } }) => dueAt <= until && !dueAts.includes(dueAt)).length;
  }
  const count = (wanted: Fate) => fates.filter((fate) => fate === wanted).length;
  const twins = repeated(posts);
  const known = new Set(all.flatMap(({ delivery }) => postsOf(delivery)));
  return {
    ...{ due: fates.length, delivered: count('delivered'), folded: count('folded'), lost: count('lost') },
    ...{ unasked, posts: posts.length },
    duplicates: twins.length,
    strays: [...standing].filter((post) => !known.has(post)).length,
    late: all.filter(isLate).length,
    corrections: all.filter(({ edition }) => edition.kind === 'correction').length,
    problems: [
      ...problems,
      ...twins.map(({ channel, id, mark }) => `${channel.platform} ${channel.id}, ${id}: again ${mark}`),
    ],
  };
}

function repeated(posts: readonly StandingPost[]): readonly StandingPost[] {
  const seen = new Set<string>();
  return posts.filter(({ channel, mark }) => {
    const isNew = !seen.has(`${channel.id} ${mark}`);
    seen.add(`${channel.id} ${mark}`);
    return !isNew;
  });
}

/**
 * Delivered is only what the store knows as sent and the platform shows. An edition that died with the process that had
 * claimed it, and for which the next one came too soon to take it over, is told by that one.
 */
function fateOf(dueAt: Instant, records: readonly EditionRecord[], standing: ReadonlySet<string>): Fate {
  const own = records.find(({ edition }) => edition.dueAt === dueAt);
  if (own?.delivery != null) {
    const posts = postsOf(own.delivery);
    const isThere =
      own.delivery.status === 'sent' && posts.length > 0 && posts.every((post) => standing.has(post));
    return isThere ? 'delivered' : 'lost';
  }
  const isFolded = records.some(
    ({ edition, delivery }) =>
      delivery !== null && edition.dueAt > dueAt && edition.coversFrom !== null && edition.coversFrom < dueAt,
  );
  return isFolded ? 'folded' : 'lost';
}

function postsOf(delivery: EditionRecord['delivery']): readonly string[] {
  return delivery === null ? [] : delivery.posts.map((post) => `${delivery.channel.id} ${post}`);
}

function isLate({ edition, delivery }: EditionRecord): boolean {
  return (
    edition.kind === 'digest' &&
    delivery !== null &&
    delivery.sentAt !== null &&
    delivery.sentAt - edition.dueAt >= LATE_AFTER_MS
  );
}

function describe({ id, cron, zone }: Awaited, dueAt: Instant, records: readonly EditionRecord[]): string {
  const own = records.find(({ edition }) => edition.dueAt === dueAt);
  const { status = 'no delivery', reason = null, attempts = 0 } = own?.delivery ?? {};
  const state =
    own === undefined ? 'no edition' : `${status}, ${attempts} attempts, ${reason ?? 'no reason'}`;
  return `${id} (${cron} ${zone}), due ${new Date(dueAt).toISOString()}: ${state}`;
}
