import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../benchmarks/random.ts';
import { type BotPlan, startBot } from './killed-bot.ts';
import type { Platforms } from './platforms.ts';
import { withStore } from './with-store.ts';

/** Of this machine. */
const QUIET_MS = 4_000;
const LONGEST_BACK_OFF_MS = 3_600_000;

export interface World extends BotPlan {
  readonly databaseUrl: string;
  readonly platforms: Platforms;
  readonly random: Random;
}

/** How a process of the bot comes to its end. */
export interface Death {
  /** In milliseconds of this machine; a start of the program takes one or two seconds. */
  readonly longestLifeMs: number;
  /** Which share of the lives is to end about when a post is answered; the others end at any moment. */
  readonly aimedShare: number;
}

/** True when it ended about when a post was answered. */
export async function liveOnce(
  { platforms, random, ...plan }: World,
  { longestLifeMs, aimedShare }: Death,
): Promise<boolean> {
  const isAimed = random.next() < aimedShare;
  const posting = Promise.withResolvers<boolean>();
  let postsLeft = 1 + random.below(6);
  platforms.onPosting = () => {
    postsLeft -= 1;
    if (postsLeft === 0) posting.resolve(true);
  };
  const bot = startBot(plan);
  const lifeMs = isAimed ? longestLifeMs : random.below(longestLifeMs);
  const isAtPost = await Promise.race([pause(lifeMs, false), ...(isAimed ? [posting.promise] : [])]);
  if (isAtPost) await pause(random.below(20));
  bot.signal('SIGKILL');
  const code = await bot.gone;
  if (code !== null) throw new Error(`The bot left by itself with ${code}: ${bot.errors()}`);
  platforms.onPosting = () => {};
  return isAtPost;
}

/** Undisturbed until everything is sent or given up. What a stop may take is hurried, too, so that it may be cut short. */
export async function finish(world: World): Promise<void> {
  for (let waiting = 1; waiting > 0; ) {
    const bot = startBot(world);
    await quiet(world.platforms);
    bot.signal('SIGTERM');
    await bot.gone;
    const { recorded = 0, sending = 0 } = await withStore(world.databaseUrl, (store) =>
      store.deliveries.countByStatus(),
    );
    waiting = recorded + sending;
    if (waiting > 0) world.clock.moveAhead(LONGEST_BACK_OFF_MS);
  }
}

/** Resolves when nothing has been posted for longer than a start and a beat of the program take. */
async function quiet(platforms: Platforms): Promise<void> {
  let lastAt = Date.now();
  platforms.onPosting = () => {
    lastAt = Date.now();
  };
  while (Date.now() - lastAt < QUIET_MS) await pause(QUIET_MS / 10);
}
