import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../../src/errors.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { outage } from '../../../fixtures/discord/discord-server.ts';
import { type Discord, discords, until } from '../../../fixtures/discord/discords.ts';

const LATEST = { command: 'latest' };

/** The library keeps five seconds, and up to one and a half more, between two sessions. */
const PATIENT = { interval: 10, timeout: 9_000 };

function isConnected({ adapter }: Discord): boolean {
  return adapter.health().state === 'connected';
}

async function failureOf({ adapter }: Discord): Promise<unknown> {
  return adapter.start(anInbox()).catch((error: unknown) => error);
}

describe.concurrent('the connection to Discord', () => {
  it('comes back after an outage; meanwhile it says that it is down, and since when', async ({
    onTestFinished,
  }) => {
    const { started } = discords(onTestFinished);
    const { adapter, server, run, seen } = await started();
    const before = adapter.health();

    const over = outage(server, 1_200);
    await vi.waitFor(() => expect(adapter.health().state).toBe('down'), PATIENT);
    const during = adapter.health();
    await over;
    await vi.waitFor(() => expect(adapter.health().state).toBe('connected'), PATIENT);
    run({ command: 'latest' });
    await vi.waitFor(() => expect(seen()).toEqual(['the answer']), PATIENT);

    expect(during.since).toBeGreaterThan(before.since);
    expect(during.detail).toMatch(/Discord/);
    expect(adapter.health().detail).toBeNull();
    expect(adapter.health().since).toBeGreaterThanOrEqual(during.since);
  });

  it('begins anew when its session is over', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const { adapter, server, run, seen } = await started();

    server.gateway.invalidate();
    await vi.waitFor(() => expect(adapter.health().state).toBe('down'), PATIENT);
    await vi.waitFor(() => expect(adapter.health().state).toBe('connected'), PATIENT);
    run({ command: 'latest' });
    await vi.waitFor(() => expect(seen()).toEqual(['the answer']), PATIENT);

    expect(server.gateway.counts.identified).toBe(2);
  });

  it('comes back when Discord asks to connect again, with nothing lost and nothing twice', async ({
    onTestFinished,
  }) => {
    const { started } = discords(onTestFinished);
    const discord = await started();
    const { server, run, seen } = discord;

    server.gateway.askToReconnect();
    run(LATEST);
    await until(() => expect(server.gateway.counts.resumed).toBe(1));
    await until(() => expect(seen()).toEqual(['the answer']));
    run(LATEST);

    await until(() => expect(seen()).toEqual(['the answer', 'the answer']));
    expect(server.gateway.counts.identified).toBe(1);
  });

  it('hears of a command that was typed while its socket was cut', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const { server, run, seen } = await started();

    server.gateway.cut();
    run(LATEST);

    await until(() => expect(seen()).toEqual(['the answer']));
    expect(server.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
  });

  it('lets a command go that was typed too long before it is heard of', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const { server, run, seen, logger } = await started();

    server.gateway.cut();
    run(LATEST);
    server.world.letPass(4_000);

    await until(() => expect(logger.lines.map(({ event }) => event)).toContain('discord interaction lost'));
    expect(seen()).toEqual([]);
  });

  it('leaves a connection that no longer says anything', async ({ onTestFinished }) => {
    const { connected } = discords(onTestFinished);
    const discord = await connected();
    discord.server.gateway.setHeartbeat(60);
    await discord.adapter.start(anInbox());
    discord.server.gateway.setDeaf(true);

    await until(() => expect(discord.server.gateway.counts.resumed).toBeGreaterThan(0));
    discord.server.gateway.setDeaf(false);
    await until(() => expect(isConnected(discord)).toBe(true));
    discord.run(LATEST);

    await until(() => expect(discord.seen()).toEqual(['the answer']));
  });

  it('is down for good after Discord closed it for good, and says what to do', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const advices = new Map([
      [4004, /DISCORD_TOKEN/],
      [4014, /Privileged Gateway Intents/],
      [4013, /update the bot/],
    ]);
    const closed = await Promise.all(
      [...advices.keys()].map(async (code) => ({ code, chat: await started() })),
    );

    for (const { code, chat } of closed) chat.server.gateway.close(code);
    await until(() =>
      expect(closed.map(({ chat }) => chat.adapter.health().state)).not.toContain('connected'),
    );
    await pause(700);

    for (const { code, chat } of closed) {
      expect(chat.adapter.health()).toMatchObject({
        state: 'down',
        detail: expect.stringMatching(advices.get(code) ?? ''),
      });
      expect(chat.server.gateway.counts.connected).toBe(1);
    }
  });

  it.for([
    ['DISCORD_TOKEN', { token: 'wrong.token.here' }],
    ['DISCORD_APPLICATION_ID', { applicationId: '123456789012345678' }],
  ] as const)(
    'is not opened with a wrong %s; the error says where to get the right one',
    async ([variable, wrong], { onTestFinished }) => {
      const { connected } = discords(onTestFinished);
      const right = await connected();
      const discord = await connected({ adapter: { account: { ...right.account, ...wrong } } });

      const failure = await failureOf(discord);

      expect(failure).toBeInstanceOf(ConfigError);
      expect((failure as ConfigError).problems).toEqual([
        { variable, problem: expect.stringContaining('discord.com/developers/applications') },
      ]);
      expect(discord.adapter.health().state).toBe('down');
    },
  );

  it('is not opened when only the gateway refuses the token', async ({ onTestFinished }) => {
    const { connected } = discords(onTestFinished);
    const discord = await connected();
    discord.server.gateway.refuse(4004);

    const failure = await failureOf(discord);

    expect(failure).toMatchObject({ problems: [{ variable: 'DISCORD_TOKEN' }] });
    expect(discord.adapter.health()).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('4004'),
    });
  });

  it('starts without Discord, and connects when it is there', async ({ onTestFinished }) => {
    const { connected } = discords(onTestFinished);
    const discord = await connected({ adapter: { patience: { reconnectMs: 20 } } });
    await discord.server.goDown();

    await discord.adapter.start(anInbox());
    const before = discord.adapter.health();
    await discord.server.comeBack();
    await until(() => expect(isConnected(discord)).toBe(true));
    discord.run(LATEST);

    await until(() => expect(discord.seen()).toEqual(['the answer']));
    expect(before).toMatchObject({ state: 'down', detail: expect.stringContaining('Discord') });
  });

  it('starts although the gateway does not greet, and connects when it does', async ({ onTestFinished }) => {
    const { connected } = discords(onTestFinished);
    const discord = await connected({ adapter: { patience: { startMs: 100 } } });
    discord.server.gateway.setMute(true);

    await discord.adapter.start(anInbox());
    const before = discord.adapter.health().state;
    discord.server.gateway.setMute(false);
    discord.server.gateway.cut();
    await until(() => expect(isConnected(discord)).toBe(true));

    expect(before).toBe('down');
  });

  it('can be started again after it was stopped', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const discord = await started();

    await discord.adapter.stop();
    await discord.adapter.start(anInbox());
    await until(() => expect(isConnected(discord)).toBe(true));
    discord.run(LATEST);

    await until(() => expect(discord.seen()).toEqual(['the answer']));
    expect(discord.server.gateway.sessions()).toBe(1);
  });

  it('leaves nothing behind when it is stopped', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const { adapter, server } = await started();

    await adapter.stop();

    await until(() => expect(server.gateway.sessions()).toBe(0));
    expect(adapter.health().state).toBe('down');
  });

  it('does not come back when it is stopped in an outage, whenever that is', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const moments = await Promise.all(
      [0, 30, 60, 100, 300, 501].map(async (afterMs) => ({ afterMs, ...(await started()) })),
    );

    await Promise.all(
      moments.map(async ({ afterMs, adapter, server }) => {
        await server.goDown();
        await pause(afterMs);
        await adapter.stop();
        await server.comeBack();
      }),
    );
    await pause(1_100);

    expect(moments.map(({ server }) => server.gateway.counts.connected)).toEqual(moments.map(() => 1));
  });

  it('survives that a connection fails that is being made while it is stopped', async ({
    onTestFinished,
  }) => {
    const { connected } = discords(onTestFinished);
    const { adapter, server } = await connected({ adapter: { patience: { startMs: 100 } } });
    server.gateway.setStalled(true);
    await adapter.start(anInbox());

    const stopped = adapter.stop();
    await pause(50);
    server.gateway.cut();
    await stopped;
    await pause(50);

    expect(adapter.health().state).toBe('down');
  });

  it('waits only so long for an answer that does not end when it is stopped', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const { adapter, run } = await started(
      { answer: () => new Promise(() => {}) },
      { adapter: { patience: { stopMs: 100 } } },
    );
    await run(LATEST).acknowledged;

    await adapter.stop();

    expect(adapter.health().state).toBe('down');
  });

  it('hears nothing more once it is being stopped', async ({ onTestFinished }) => {
    const { started } = discords(onTestFinished);
    const slow = Promise.withResolvers<void>();
    const heard: string[] = [];
    const { adapter, run, seen } = await started({
      async answer({ userId }) {
        heard.push(userId);
        await slow.promise;
        return { blocks: [] };
      },
    });
    await run(LATEST).acknowledged;

    const stopped = adapter.stop();
    run(LATEST);
    await pause(50);
    slow.resolve();
    await stopped;

    expect(heard).toHaveLength(1);
    expect(seen()).toHaveLength(1);
  });
});
