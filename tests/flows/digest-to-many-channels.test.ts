import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as adapters from '../../adapters/index.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import { sendDeliveries } from '../../src/jobs/send-deliveries.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import {
  LONG_WAIT_SECONDS,
  type ManyChannels,
  manyOnDiscord,
  manyOnSlack,
} from '../fixtures/many-channels.ts';

const CHANNELS = 200;
const WITH_TWO = 20;
const MOST_BEATS = 120;
const MINUTE_MS = 60_000;
/** How much faster than in the world time passes for the bot's own schedule. */
const SPEED = 60;

let store: Store;
let many: ManyChannels | null = null;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(async () => {
  await many?.dispose();
  many = null;
  await store.close();
});

describe.each([
  ['Slack', manyOnSlack],
  ['Discord', manyOnDiscord],
])('a digest to two hundred channels of %s, of which posts fail in every way', (_name, open) => {
  it('comes to every channel once and in order, and no channel waits for the long wait of another', async () => {
    many = await open(CHANNELS);
    const [first = ''] = many.channelIds;
    const total = CHANNELS + WITH_TWO;
    const clock = hurrying(adapters.clock.system());
    await recordEditions(many, clock);

    await sendUntil(total - editionsOf(first, 0).length, clock);
    const atFirstMeanwhile = many.postsIn(first);
    clock.skip(LONG_WAIT_SECONDS * 1_000);
    await sendUntil(total, clock);

    expect(many.troubled.size).toBeGreaterThan(CHANNELS * 0.1);
    expect(atFirstMeanwhile).toEqual([]);
    expect(many.channelIds.map(many.postsIn)).toEqual(many.channelIds.map(editionsOf));
    expect(await store.deliveries.countByStatus()).toEqual({ sent: total });
  }, 60_000);
});

/** Some channels have missed an edition and get two. */
function editionsOf(_id: string, place: number): readonly string[] {
  return place < WITH_TWO ? ['the first edition', 'the second edition'] : ['the first edition'];
}

/** Beat after beat, as the jobs have it, until so many deliveries are known to be sent. */
async function sendUntil(count: number, clock: Clock): Promise<void> {
  const ports: JobPorts = {
    ...{ store, clock, logger: createFakeLogger(), relationship: aRelationship() },
    ...{ adapters: many === null ? [] : [many.adapter], language: 'en', graceMs: 0 },
  };
  for (let beat = 0; beat < MOST_BEATS; beat += 1) {
    await sendDeliveries(ports, new Promise(() => {}));
    const { sent = 0 } = await store.deliveries.countByStatus();
    if (sent >= count) return;
    await clock.wait(MINUTE_MS);
  }
}

interface HurryingClock extends Clock {
  skip(durationMs: number): void;
}

/** The schedule of another attempt is long; the wire is as slow as it is. */
function hurrying(clock: Clock): HurryingClock {
  const startedAt = clock.now();
  let skippedMs = 0;
  return {
    ...clock,
    now: () => startedAt + (clock.now() - startedAt) * SPEED + skippedMs,
    wait: (delayMs) => clock.wait(delayMs / SPEED),
    skip(durationMs) {
      skippedMs += durationMs;
    },
  };
}

async function recordEditions({ adapter, channelIds }: ManyChannels, clock: Clock): Promise<void> {
  await store.transaction(async ({ subscriptions, editions }) => {
    for (const [place, id] of channelIds.entries()) {
      const channel = { platform: adapter.platform, id };
      const subscription = aSubscription({ id, channel });
      await subscriptions.add(subscription, 0);
      for (const [number, text] of editionsOf(id, place).entries()) {
        const edition = await editions.claim(
          dueEdition(subscription.id, clock.now() + number),
          clock.now(),
          0,
        );
        if (edition === null) throw new Error('claimed before');
        await editions.compose(edition, aComposed(aMessage(text), []), channel);
      }
    }
  });
}
