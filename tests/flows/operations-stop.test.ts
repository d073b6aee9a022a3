import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { commands } from '../../commands/index.ts';
import { type AppParts, createApp } from '../../src/app.ts';
import type { ChatAdapter } from '../../src/ports/chat-adapter.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';
import { NO_THREADS } from '../fixtures/no-threads.ts';

const STARTS_AT = Date.parse('2026-02-10T03:00:00Z');
const MINUTE_MS = 60_000;
const hang = () => new Promise<never>(() => {});

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
});

afterEach(() => store.close());

/** A bot that has run for a minute. */
async function running(overrides: Partial<AppParts> = {}, clock = createFakeClock(STARTS_AT)) {
  const app = createApp({
    ...{ store, commands, clock, adapters: [createFakeChatAdapter()], relationship: aKnownPair() },
    ...{ logger: createFakeLogger(), metrics: NO_METRICS, threads: NO_THREADS, isPolling: false },
    ...{ language: 'en', zone: 'Asia/Almaty', graceMs: 0, operators: [] },
    ...{ retention: { articlesDays: null, editionsDays: null } },
    documents: { read: async function* () {}, count: async () => 0 },
    fetcher: { get: hang },
    ...overrides,
  });
  await app.start();
  await clock.advanceBy(MINUTE_MS);
  const readiness = app.pages.find(({ path }) => path === '/readyz');
  return { app, clock, readiness: async () => readiness?.read() };
}

/** What was left behind, nine and a half seconds later; what ends by itself has the time to. */
async function stopped({ app, clock }: Awaited<ReturnType<typeof running>>): Promise<readonly string[]> {
  const left = app.stop();
  await pause(50);
  await clock.advanceBy(9_500);
  return left;
}

describe('the bot that is told to stop', () => {
  it('leaves nothing behind, and is not ready any more', async () => {
    const bot = await running();
    const before = await bot.readiness();

    const left = await stopped(bot);

    expect(before).toMatchObject({ status: 200 });
    expect(left).toEqual([]);
    expect(await bot.readiness()).toMatchObject({
      status: 503,
      text: expect.stringContaining('{"part":"bot","problem":"is stopping"}'),
    });
  });

  it('waits for a feed that hangs no longer than for the rest', async () => {
    await store.feeds.add(aFeed({ state: { nextCheckAt: STARTS_AT } }));
    const bot = await running({ isPolling: true });

    expect(await stopped(bot)).toEqual([]);
  });

  it.each([
    ['a platform that hangs', { stop: hang }],
    ['a platform that fails', { stop: () => Promise.reject(new Error('a bug')) }],
  ])('ends all others beside %s', async (_, broken: Partial<ChatAdapter>) => {
    const well = createFakeChatAdapter('other');
    const bot = await running({ adapters: [{ ...createFakeChatAdapter(), ...broken }, well] });

    expect(await stopped(bot)).toEqual(['console']);
    expect(well.health().state).toBe('down');
  });

  it('names a database that hangs', async () => {
    const bot = await running({ store: { ...store, close: hang } });

    expect(await stopped(bot)).toEqual(['store']);
  });

  it('names jobs that hang in the database, and stops its platforms all the same', async () => {
    const clock = createFakeClock(STARTS_AT);
    const adapter = createFakeChatAdapter();
    const claimNext = () => clock.wait(Number.POSITIVE_INFINITY).then(() => null);
    const deliveries = { ...store.deliveries, claimNext };
    const bot = await running({ store: { ...store, deliveries }, adapters: [adapter] }, clock);

    expect(await stopped(bot)).toEqual(['jobs']);
    expect(adapter.health().state).toBe('down');
  });
});
