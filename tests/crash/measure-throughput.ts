import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../benchmarks/random.ts';
import { startBot } from './killed-bot.ts';
import { createMovingClock } from './moving-clock.ts';
import { openPlatforms } from './platforms.ts';
import { subscribeChannels } from './subscribe-channels.ts';
import { withStore } from './with-store.ts';

const STARTS_AT = Date.parse('2026-01-27T00:00:00Z');
/** At the same minute in every zone. */
const EVERY_QUARTER = '*/15 * * * *';
/** So that nothing is due before all processes are connected. */
const START_MS = 10_000;
const QUARTER_MS = 900_000;
const LONGEST_MS = 120_000;
const SEED = 1;

/** How many digests a second so many processes compose and send when all are due at the same minute. */
export async function deliveriesPerSecond(
  databaseUrl: string,
  processes: number,
  channelsEach: number,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-throughput-'));
  const clock = createMovingClock(STARTS_AT, 1);
  const platforms = await openPlatforms(clock, { channelsEach, seed: SEED, isTroubled: false });
  const settings = { ...platforms.settings, DATABASE_URL: databaseUrl };
  const plan = { from: clock.now(), random: createRandom(SEED), cronOf: () => EVERY_QUARTER };
  await withStore(databaseUrl, (store) => subscribeChannels(platforms.channels, plan, store));
  clock.moveAhead(QUARTER_MS - START_MS);
  const bots = Array.from({ length: processes }, () => startBot({ folder, clock, settings }));
  try {
    await pause(START_MS);
    return await measure(channelsEach * 2, () => platforms.posts().length);
  } finally {
    for (const bot of bots) bot.signal('SIGTERM');
    await Promise.all(bots.map(({ gone }) => gone));
    await platforms.close();
    await rm(folder, { recursive: true });
  }
}

/** From the minute at which they are due. */
async function measure(count: number, made: () => number): Promise<number> {
  const startedAt = performance.now();
  while (made() < count && performance.now() - startedAt < LONGEST_MS) await pause(20);
  return made() / ((performance.now() - startedAt) / 1_000);
}
