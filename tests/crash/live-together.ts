import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/domain/identity.ts';
import { createRandom, type Random } from '../benchmarks/random.ts';
import { type Count, countEditions } from './count-editions.ts';
import { type BotPlan, type KilledBot, startBot } from './killed-bot.ts';
import { createMovingClock } from './moving-clock.ts';
import { openPlatforms, type Platforms } from './platforms.ts';
import { subscribeChannels } from './subscribe-channels.ts';
import { withStore } from './with-store.ts';

export interface ReplicaPlan {
  readonly databaseUrl: string;
  readonly replicas: number;
  readonly channelsEach: number;
  /** How many times one is killed and another one frozen. */
  readonly rounds: number;
  readonly seed: number;
}

export interface LivedTogether extends Count {
  readonly kills: number;
  readonly freezes: number;
}

const STARTS_AT = Date.parse('2026-01-27T00:00:00Z');
/** The lease of a delivery is over in five seconds. */
const SPEED = 60;
/** Of this machine: longer than that lease. */
const FROZEN_MS = 6_500;
const SHORTEST_BETWEEN_MS = 1_000;
const LONGEST_BETWEEN_MS = 3_000;
/** Long enough for a start of the program. */
const LOOK_MS = 5_000;
const MOST_LOOKS = 30;

/** Several processes over one database, of which one is killed and another one frozen past its lease, again and again. */
export async function liveTogether(plan: ReplicaPlan): Promise<LivedTogether> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-replicas-'));
  const clock = createMovingClock(STARTS_AT, SPEED);
  const platforms = await openPlatforms(clock, { ...plan, isTroubled: true });
  const settings = { ...platforms.settings, DATABASE_URL: plan.databaseUrl, DIGEST_GRACE_HOURS: '6' };
  const random = createRandom(plan.seed);
  const from = clock.now();
  try {
    const awaited = await withStore(plan.databaseUrl, (store) =>
      subscribeChannels(platforms.channels, { from, random, cronOf: everyQuarter }, store),
    );
    const freezes = await disturb(plan, { folder, clock, settings }, () => aMoment(platforms, random));
    const until: Instant = clock.now();
    const countNow = () =>
      withStore(plan.databaseUrl, (store) =>
        countEditions({ awaited, from, until, posts: platforms.posts() }, store),
      );
    await settle({ folder, clock, settings }, countNow);
    return { ...(await countNow()), kills: plan.rounds, freezes };
  } finally {
    await platforms.close();
    await rm(folder, { recursive: true });
  }
}

/** Every fifteen minutes, each channel at its own. */
function everyQuarter(random: Random): string {
  return `${random.below(15)}-59/15 * * * *`;
}

/** Resolves with how many were frozen, when all have been killed. */
async function disturb(
  { replicas, rounds, seed }: ReplicaPlan,
  bot: BotPlan,
  isTime: () => Promise<void>,
): Promise<number> {
  const random = createRandom(seed);
  const running = Array.from({ length: replicas }, () => startBot(bot));
  const frozen = new Map<KilledBot, Promise<void>>();
  let freezes = 0;
  for (let round = 0; round < rounds; round += 1) {
    await isTime();
    const awake = running.filter((each) => !frozen.has(each));
    const victim = random.pick(running);
    await kill(victim);
    frozen.delete(victim);
    running[running.indexOf(victim)] = startBot(bot);
    const sleeper = awake.find((each) => each !== victim);
    if (sleeper === undefined || awake.length < 2) continue;
    freezes += 1;
    frozen.set(
      sleeper,
      freeze(sleeper).then(() => void frozen.delete(sleeper)),
    );
  }
  await Promise.all(frozen.values());
  await Promise.all(running.map(kill));
  return freezes;
}

/** After a while, or about when a post is answered. */
async function aMoment(platforms: Platforms, random: Random): Promise<void> {
  const posting = Promise.withResolvers<void>();
  await pause(SHORTEST_BETWEEN_MS);
  platforms.onPosting = posting.resolve;
  await Promise.race([pause(random.below(LONGEST_BETWEEN_MS)), posting.promise]);
  await pause(random.below(10));
  platforms.onPosting = () => {};
}

async function kill(bot: KilledBot): Promise<void> {
  bot.signal('SIGKILL');
  const code = await bot.gone;
  if (code !== null) throw new Error(`A process left by itself with ${code}: ${bot.errors()}`);
}

async function freeze(bot: KilledBot): Promise<void> {
  bot.signal('SIGSTOP');
  await pause(FROZEN_MS);
  bot.signal('SIGCONT');
}

/** One process may finish what was begun. */
async function settle(bot: BotPlan, countNow: () => Promise<Count>): Promise<void> {
  const last = startBot(bot);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await pause(LOOK_MS);
    if ((await countNow()).lost === 0) break;
  }
  last.signal('SIGTERM');
  await last.gone;
}
