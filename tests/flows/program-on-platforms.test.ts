import { afterEach, describe, expect, it, vi } from 'vitest';
import { aRunningBot, type RunningBot, slackSettings } from '../fixtures/a-running-bot.ts';
import { aDiscord } from '../fixtures/discord/a-discord.ts';
import { aSlack } from '../fixtures/slack/a-slack.ts';

const ending: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

/** Both platforms, not connected yet, and the settings for each. */
async function bothPlatforms() {
  const slack = await aSlack();
  const discord = await aDiscord();
  ending.push(slack.dispose, discord.dispose);
  const { token, applicationId, apiUrl } = discord.account;
  return {
    slack,
    discord,
    onSlack: slackSettings(slack.server.url, slack.workspace().token),
    onDiscord: { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl },
  };
}

async function running(settings: Readonly<Record<string, string>>): Promise<RunningBot> {
  const bot = await aRunningBot(settings);
  ending.push(bot.stop);
  return bot;
}

const until = (check: () => void) => vi.waitFor(check, { interval: 20, timeout: 15_000 });

describe('the program', () => {
  it('answers on every platform that is set up, and leaves when it is told to', async () => {
    const { slack, discord, onSlack, onDiscord } = await bothPlatforms();
    const bot = await running({ ...onSlack, ...onDiscord });
    await until(() => expect(discord.server.registered.get('global')?.length).toBeGreaterThan(1));

    await until(async () => expect(await slack.typeLine('help')).toMatchObject({ isAcknowledged: true }));
    discord.run({ command: 'help' });

    await until(() => expect(slack.seen().at(-1)?.text).toContain('What you can ask'));
    await until(() => expect(discord.seen().at(-1)).toContain('What you can ask'));
    expect(await bot.stop()).toBe(0);
    expect(bot.errors()).toBe('');
  });

  it('says in one sentence which token is wrong and where to get it, and goes on with the other platform', async () => {
    const { slack, discord, onSlack, onDiscord } = await bothPlatforms();
    discord.server.token = `${onDiscord.DISCORD_TOKEN.slice(0, -1)}x`;
    const bot = await running({ ...onSlack, ...onDiscord });

    await until(() => expect(bot.errors()).toContain('DISCORD_TOKEN'));
    await until(async () => expect(await slack.typeLine('help')).toMatchObject({ isAcknowledged: true }));

    await until(() => expect(slack.seen().at(-1)?.text).toContain('What you can ask'));
    const [sentence = ''] = bot
      .errors()
      .split('\n')
      .filter((line) => line.includes('DISCORD_TOKEN'));
    expect(sentence).toMatch(/^discord: DISCORD_TOKEN: .*discord\.com\/developers\/applications/);
    expect(await bot.stop()).toBe(0);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'slack: SLACK_APP_TOKEN: not set', 'api.slack.com/apps'],
    [{ DISCORD_APPLICATION_ID: '123456789012345678' }, 'discord: DISCORD_TOKEN:', 'discord.com/developers'],
    [{ DISCORD_TOKEN: 'nonsense' }, 'discord: DISCORD_TOKEN: the value is wrong', 'three parts'],
  ])(
    'leaves with a sentence when nothing of what is set up can be started: %j',
    async (settings, said, how) => {
      const bot = await aRunningBot(settings);

      expect(await bot.left).toBe(2);
      expect(bot.errors()).toContain(said);
      expect(bot.errors()).toContain(how);
      expect(bot.errors()).not.toContain('    at ');
    },
  );
});
