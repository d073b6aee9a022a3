import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/identity.ts';
import { createRandom } from '../benchmarks/random.ts';
import { type Count, countEditions } from './count-editions.ts';
import { createMovingClock } from './moving-clock.ts';
import { type Death, finish, liveOnce, type World } from './one-life.ts';
import { openPlatforms } from './platforms.ts';
import { samplesByDay } from './samples-by-day.ts';
import { type Awaited, anyCron, nextDueTime, subscribeChannels } from './subscribe-channels.ts';
import { withStore } from './with-store.ts';

export interface MonthPlan extends Death {
  /** Null for an SQLite database in a file. */
  readonly databaseUrl: string | null;
  readonly days: number;
  readonly kills: number;
  readonly channelsEach: number;
  readonly seed: number;
  /** Whether the sample articles come in, day by day. */
  readonly hasArticles: boolean;
  readonly onKill?: (kills: number, at: Instant) => void;
}

export interface LivedMonth extends Count {
  readonly kills: number;
  /** Kills while a post was under way or had just been answered. */
  readonly killsAtPosts: number;
  readonly articles: number;
}

const STARTS_AT = Date.parse('2026-01-27T00:00:00Z');
const DAY_MS = 86_400_000;
/** How much faster time runs than on this machine: the lease of a delivery is over in five seconds. */
const SPEED = 60;
/** A digest that nothing was there to send for so long is left to the next one. */
const GRACE_HOURS = 23;
const SHORTEST_REST_MS = 30_000;
const BEFORE_DUE_MS = 90_000;

/** The program lives through a time in which it is killed again and again; then it may finish what it has begun. */
export async function liveAMonth(plan: MonthPlan): Promise<LivedMonth> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-crash-'));
  const clock = createMovingClock(STARTS_AT, SPEED);
  const platforms = await openPlatforms(clock, { ...plan, isTroubled: true });
  try {
    const databaseUrl = plan.databaseUrl ?? `file:${join(folder, 'archive.db')}`;
    const settings = {
      ...platforms.settings,
      DATABASE_URL: databaseUrl,
      DIGEST_GRACE_HOURS: `${GRACE_HOURS}`,
    };
    const world = { folder, clock, settings, databaseUrl, platforms, random: createRandom(plan.seed) };
    return await live(plan, world);
  } finally {
    await platforms.close();
    await rm(folder, { recursive: true });
  }
}

async function live(plan: MonthPlan, world: World): Promise<LivedMonth> {
  const { days, kills, hasArticles, onKill } = plan;
  const { databaseUrl, platforms, clock, random } = world;
  const from = clock.now();
  const toAt = from + days * DAY_MS;
  const awaited = await withStore(databaseUrl, (store) =>
    subscribeChannels(platforms.channels, { from, random, cronOf: anyCron }, store),
  );
  const samples = samplesByDay();
  let killsAtPosts = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    if (hasArticles) await samples.storeUntil(clock.now(), world);
    if (await liveOnce(world, plan)) killsAtPosts += 1;
    moveOn(world, { toAt, lives: kills - kill, awaited });
    onKill?.(kill, clock.now());
  }
  clock.moveAhead(Math.max(toAt - clock.now(), 0));
  const until = clock.now();
  await finish(world);
  const posts = platforms.posts();
  return withStore(databaseUrl, async (store) => ({
    ...(await countEditions({ awaited, from, until, posts }, store)),
    ...{ kills, killsAtPosts, articles: await store.articles.count() },
  }));
}

interface Ahead {
  readonly toAt: Instant;
  readonly lives: number;
  readonly awaited: readonly Awaited[];
}

/**
 * Nothing runs for a while, so that the lives that are left fill the month. Half of the lives begin shortly before
 * something is due; in the others it is late already.
 */
function moveOn({ clock, random }: World, { toAt, lives, awaited }: Ahead): void {
  const meanMs = Math.max((toAt - clock.now()) / (lives + 1), 0);
  clock.moveAhead(SHORTEST_REST_MS + random.next() * 1.5 * meanMs);
  if (random.next() < 0.5) return;
  const nextAt = Math.min(...awaited.map((digest) => nextDueTime(digest, clock.now())));
  clock.moveAhead(Math.max(nextAt - BEFORE_DUE_MS - clock.now(), 0));
}
