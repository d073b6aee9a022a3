import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aRunningBot, type RunningBot } from '../fixtures/a-running-bot.ts';
import { aDiscord } from '../fixtures/discord/a-discord.ts';

const ending: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { interval: 20, timeout: 15_000 });

async function running(settings: Readonly<Record<string, string>>): Promise<RunningBot> {
  const bot = await aRunningBot({ LOG_LEVEL: 'info', OPERATIONS_PORT: '0', ...settings });
  ending.push(bot.stop);
  return bot;
}

/** Where its pages are, as its log says. */
async function pagesOf(bot: RunningBot): Promise<string> {
  const served = () => /"port":(\d+),"event":"operations served"/.exec(bot.errors())?.[1];
  await until(() => expect(served()).toBeDefined());
  return `http://127.0.0.1:${served()}`;
}

/** Takes every connection and says nothing on any. */
async function aSilentServer(): Promise<{ readonly url: string; heard(): number }> {
  let heard = 0;
  const server = createServer((socket) => {
    heard += 1;
    socket.on('error', () => {});
    ending.push(async () => socket.destroy());
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  ending.push(async () => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, heard: () => heard };
}

async function onSilence() {
  const silent = await aSilentServer();
  const bot = await running({
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_APPLICATION_ID: '123456789012345678',
    DISCORD_API_URL: silent.url,
  });
  const pages = await pagesOf(bot);
  await until(() => expect(silent.heard()).toBeGreaterThan(0));
  return { bot, pages };
}

describe('whoever runs the program', () => {
  it('sees whether it lives and is ready, and how often people asked', async () => {
    const discord = await aDiscord();
    ending.push(discord.dispose);
    const { token, applicationId, apiUrl } = discord.account;
    const bot = await running({
      DISCORD_TOKEN: token,
      DISCORD_APPLICATION_ID: applicationId,
      DISCORD_API_URL: apiUrl,
    });
    const pages = await pagesOf(bot);

    await until(async () => expect((await fetch(`${pages}/readyz`)).status).toBe(200));
    await until(() => expect(discord.server.registered.get('global')?.length).toBeGreaterThan(1));
    discord.run({ command: 'help' });
    await until(() => expect(discord.seen().at(-1)).toContain('What you can ask'));
    const health = await fetch(`${pages}/healthz`);
    const metrics = await (await fetch(`${pages}/metrics`)).text();

    expect(health.status).toBe(200);
    expect(metrics).toMatch(/dragoman_command_seconds_count\{command="help",outcome="answered"\} 1/);
    expect(metrics).not.toContain(token);
    expect(await bot.stop()).toBe(0);
    expect(bot.errors()).toContain('"event":"bot stopped"');
  });

  it('sees that it is not ready as long as it cannot reach its platform; it stops all the same', async () => {
    const { bot, pages } = await onSilence();

    const { status } = await fetch(`${pages}/readyz`);
    const toldAt = Date.now();
    const code = await bot.stop();

    expect(status).toBe(503);
    expect(code).toBe(1);
    expect(Date.now() - toldAt).toBeLessThan(10_000);
    expect(bot.errors()).toContain('"event":"bot not stopped in time"');
  });

  it('ends it at once with a second signal', async () => {
    const { bot } = await onSilence();
    process.kill(bot.pid, 'SIGSTOP');
    process.kill(bot.pid, 'SIGINT');
    process.kill(bot.pid, 'SIGTERM');
    const toldAt = Date.now();
    process.kill(bot.pid, 'SIGCONT');

    expect(await bot.left).toBe(1);
    expect(Date.now() - toldAt).toBeLessThan(2_000);
  });

  it('is told in one sentence when its pages cannot be served there', async () => {
    const bot = await aRunningBot({
      OPERATIONS_PORT: '1',
      OPERATIONS_HOST: '203.0.113.1',
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_APPLICATION_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
    });

    expect(await bot.left).toBe(2);
    expect(bot.errors()).toMatch(/OPERATIONS_PORT: cannot be used: .*203\.0\.113\.1/);
  });
});
