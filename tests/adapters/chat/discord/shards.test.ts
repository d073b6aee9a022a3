import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { createDiscordAdapter } from '../../../../adapters/chat/discord/discord-adapter.ts';
import { createClock } from '../../../../adapters/clock/system-clock.ts';
import type { Leases } from '../../../../src/ports/channel-stores.ts';
import type { ChatAdapter } from '../../../../src/ports/chat-adapter.ts';
import { createFakeLogger } from '../../../fakes/fake-logger.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { aDiscord } from '../../../fixtures/discord/a-discord.ts';
import { until } from '../../../fixtures/discord/discords.ts';
import { leasesInMemory } from '../../../fixtures/leases-in-memory.ts';

const LATEST = { command: 'latest' };
const PATIENCE = { leaseMs: 600, renewMs: 60, stopMs: 100 };

interface Process {
  readonly adapter: ChatAdapter;
  readonly answered: () => number;
  /** Its database no longer answers. */
  hang(): void;
  /** It stood still for so long, and goes on. */
  letPass(delayMs: number): void;
}

/** One Discord with one token, and processes of the bot on one database. */
async function oneToken(onTestFinished: TestContext['onTestFinished'], shards = 1) {
  const discord = await aDiscord();
  const leases = leasesInMemory();
  const adapters: ChatAdapter[] = [];
  onTestFinished(async () => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await discord.dispose();
  });

  async function aProcess(processId: string): Promise<Process> {
    let isHanging = false;
    let aheadMs = 0;
    let answered = 0;
    const clock = createClock();
    const own: Leases = {
      hold: (...wanted) => (isHanging ? new Promise(() => {}) : leases.hold(...wanted)),
      release: async (...given) => (isHanging ? undefined : leases.release(...given)),
    };
    const adapter = createDiscordAdapter({
      ...{ account: discord.account, shards, rootCommand: 'relations', logger: createFakeLogger() },
      ...{ clock: { ...clock, now: () => clock.now() + aheadMs }, leases: own, processId },
      patience: PATIENCE,
    });
    const answer = async () => {
      answered += 1;
      return { blocks: [] };
    };
    await adapter.start(anInbox({ answer }));
    adapters.push(adapter);
    return {
      ...{ adapter, answered: () => answered },
      hang() {
        isHanging = true;
      },
      letPass(delayMs) {
        aheadMs += delayMs;
      },
    };
  }

  const { gateway } = discord.server;
  return { run: discord.run, sessions: gateway.sessions, aProcess, leases };
}

/** By one of them, and by no other a while after. */
async function answeredOnce(...all: readonly Process[]): Promise<void> {
  const total = () => all.reduce((sum, { answered }) => sum + answered(), 0);
  await until(() => expect(total()).toBe(1));
  await pause(150);
  expect(total()).toBe(1);
}

describe.concurrent('several processes with one token', () => {
  it('answer once: one is connected, the other stands by, and is well', async ({ onTestFinished }) => {
    const { run, sessions, aProcess } = await oneToken(onTestFinished);
    const one = await aProcess('one');
    const other = await aProcess('other');

    run(LATEST);
    await answeredOnce(one, other);

    expect(sessions()).toBe(1);
    expect(one.adapter.health()).toMatchObject({ state: 'connected', detail: null });
    expect(other.adapter.health()).toMatchObject({
      state: 'connected',
      detail: 'Stands by; another process holds the connection.',
    });
  });

  it('hand the connection over when one is stopped', async ({ onTestFinished }) => {
    const { run, aProcess } = await oneToken(onTestFinished);
    const one = await aProcess('one');
    const other = await aProcess('other');

    await one.adapter.stop();
    await until(() => expect(other.adapter.health()).toMatchObject({ state: 'connected', detail: null }));
    run(LATEST);
    await answeredOnce(one, other);

    expect([one.answered(), other.answered()]).toEqual([0, 1]);
  });

  it('take over from one that has lost the database, which lets its connection go', async ({
    onTestFinished,
  }) => {
    const { run, sessions, aProcess } = await oneToken(onTestFinished);
    const one = await aProcess('one');
    const other = await aProcess('other');

    one.hang();
    await until(() => expect(other.adapter.health()).toMatchObject({ state: 'connected', detail: null }));
    await until(() => expect(sessions()).toBe(1));
    run(LATEST);
    await answeredOnce(one, other);

    expect([one.answered(), other.answered()]).toEqual([0, 1]);
  });

  it('keep still about what arrives after their time has run out, before they know it', async ({
    onTestFinished,
  }) => {
    const { run, sessions, aProcess } = await oneToken(onTestFinished);
    const one = await aProcess('one');

    one.hang();
    one.letPass(PATIENCE.leaseMs);
    run(LATEST);
    await until(() => expect(sessions()).toBe(0));

    expect(one.answered()).toBe(0);
  });

  it('share the shards, answer once on each, and take over all of them', async ({ onTestFinished }) => {
    const { run, sessions, aProcess } = await oneToken(onTestFinished, 2);
    const [one, other] = await Promise.all([aProcess('one'), aProcess('other')]);
    await until(() => expect(sessions()).toBe(2));

    run(LATEST);
    await answeredOnce(one, other);
    const before = [one.answered(), other.answered()];
    await one.adapter.stop();
    await until(() => expect(sessions()).toBe(2));
    await until(() => expect(other.adapter.health()).toMatchObject({ state: 'connected', detail: null }));
    run(LATEST);

    await until(() => expect(one.answered() + other.answered()).toBe(2));
    expect(before.toSorted()).toEqual([0, 1]);
  });

  it('take all shards where there is only one of them, and give up their leases when it stops', async ({
    onTestFinished,
  }) => {
    const { sessions, aProcess, leases } = await oneToken(onTestFinished, 3);
    const { adapter } = await aProcess('one');
    await until(() => expect(sessions()).toBe(3));
    const before = leases.names();

    await adapter.stop();

    expect(before).toEqual(['discord shard 1/3', 'discord shard 2/3', 'discord shard 3/3']);
    expect(leases.names()).toEqual([]);
  });
});
