import { expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import type { SubscriptionStore } from '../../src/ports/channel-stores.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';

const MINUTE = 60_000;

/** Jobs over a store whose list of subscriptions is given. */
async function arrange(awaited: SubscriptionStore['awaited']) {
  const store = await openStore('file::memory:');
  await store.migrate();
  const clock = createFakeClock();
  const logger = createFakeLogger();
  const ports = {
    store: { ...store, subscriptions: { ...store.subscriptions, awaited } },
    clock,
    logger,
    relationship: aRelationship(),
    adapters: [],
    language: 'en',
    graceMs: 0,
  } as const;
  const jobs = createJobs(ports, null);
  return { jobs, clock, logger };
}

it('runs every minute until stopped', async () => {
  let beats = 0;
  const { jobs, clock } = await arrange(async () => {
    beats += 1;
    return [];
  });

  jobs.start();
  await clock.advanceBy(3 * MINUTE);
  await jobs.stop();
  await clock.advanceBy(3 * MINUTE);

  expect(beats).toBe(3);
});

it('logs a beat that fails and runs the next', async () => {
  let beats = 0;
  const { jobs, clock, logger } = await arrange(async () => {
    beats += 1;
    throw new Error('the disk is full');
  });

  jobs.start();
  await clock.advanceBy(2 * MINUTE);

  expect(beats).toBe(2);
  expect(logger.lines.map(({ level, event }) => `${level} ${event}`)).toEqual([
    'error jobs failed',
    'error jobs failed',
  ]);
});

it('stops only when the running beat has ended', async () => {
  const events: string[] = [];
  let finish = (): void => {};
  const { jobs, clock } = await arrange(async () => {
    await Promise.race([clock.wait(MINUTE), new Promise<void>((resolve) => (finish = resolve))]);
    events.push('beat ended');
    return [];
  });
  jobs.start();
  await clock.advanceBy(MINUTE);

  const stopped = jobs.stop().then(() => events.push('stopped'));
  await new Promise((resolve) => setImmediate(resolve));
  const whileRunning = [...events];
  finish();
  await stopped;

  expect(whileRunning).toEqual([]);
  expect(events).toEqual(['beat ended', 'stopped']);
});
