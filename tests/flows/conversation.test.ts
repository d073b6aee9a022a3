import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBotOnPlatforms, type BotOnPlatforms } from '../fixtures/bot-on-platforms.ts';

const EIGHT_IN_ALMATY = Date.parse('2026-02-10T03:00:00Z');
const MINUTE_MS = 60_000;
const MANAGE_CHANNELS = 1n << 4n;

const HOSTILE =
  '@everyone <!channel> <@U1> *bold* [x](javascript:alert(1)) \u202Eesrever\u200B :smile: https://evil.example/';

let bot: BotOnPlatforms;

beforeEach(async () => {
  bot = await aBotOnPlatforms(EIGHT_IN_ALMATY - 10 * MINUTE_MS);
});

afterEach(() => bot.close());

const until = (check: () => void) => vi.waitFor(check, { interval: 5, timeout: 10_000 });
const lastOnSlack = (where = {}) => bot.slack.seen(where).at(-1);
const lastOnDiscord = () => bot.discord.seen().at(-1) ?? '';

describe('a conversation', () => {
  it('goes on by buttons that were shown before the bot was started anew', async () => {
    await bot.read('samples');
    await bot.slack.typeLine('timeline');
    bot.discord.run({ command: 'timeline' });
    await until(() => expect(lastOnSlack()?.buttons).toContain('Next page'));
    await until(() => expect(lastOnDiscord()).toContain('Next page'));

    await bot.restart();
    await bot.slack.press('Next page');
    bot.discord.press('Next page');

    await until(() => expect(lastOnSlack()?.text).toContain('Page 2 of 3'));
    await until(() => expect(lastOnDiscord()).toContain('Page 2 of 3'));
    expect(bot.slack.seen()).toHaveLength(1);
  });

  it('leads from an item to its story, its sources and its reasons', async () => {
    await bot.read('samples');
    await bot.slack.typeLine('latest');
    bot.discord.run({ command: 'latest' });
    await until(() => expect(lastOnSlack()?.buttons.slice(0, 3)).toEqual(['Story', 'Sources', 'Why']));
    await until(() => expect(lastOnDiscord()).toContain('[Story]'));

    await bot.slack.press('Sources');
    bot.discord.press('Story');

    await until(() => expect(lastOnSlack()?.text).toMatch(/^Sources: /));
    await until(() => expect(lastOnDiscord()).toContain('Coverage'));
    expect(lastOnSlack()?.isEphemeral).toBe(true);
  });

  it('answers a question that mentions the bot, for all to see', async () => {
    await bot.read('samples');

    await bot.slack.mention('Who is the foreign minister of Kazakhstan?');
    bot.discord.say('<@bot> Who is the foreign minister of Kazakhstan?');

    await until(() =>
      expect(lastOnSlack()).toMatchObject({ isEphemeral: false, threadTs: expect.any(String) }),
    );
    await until(() => expect(lastOnDiscord()).toContain('Foreign Minister'));
    expect(lastOnSlack()?.text).toContain('Foreign Minister');
  });

  it('is private unless somebody shares it', async () => {
    await bot.slack.typeLine('status');
    await until(() => expect(bot.slack.seen()).toHaveLength(1));
    await bot.slack.typeLine('status --share');
    await until(() => expect(bot.slack.seen()).toHaveLength(2));
    bot.discord.run({ command: 'status' });
    await until(() => expect(lastOnDiscord()).toContain('what is stored'));
    bot.discord.run({ command: 'status', options: { share: true } }, { by: bot.discord.other });

    await until(() => expect(bot.discord.seen()).toHaveLength(2));
    expect(bot.slack.seen({ user: 'U2' })).toHaveLength(1);
    expect(bot.discord.seen({ by: bot.discord.other })).toHaveLength(1);
  });
});

describe('who may subscribe', () => {
  it('is who manages the channel, and who may not is told who may', async () => {
    await bot.slack.typeLine('subscribe daily 08:00 confirm:yes', { user: 'U2' });
    bot.discord.run({ command: 'subscribe', options: { schedule: 'daily 08:00', confirm: 'yes' } });
    await until(() =>
      expect(lastOnSlack({ user: 'U2' })?.text).toMatch(/^Only people who manage this channel/),
    );
    await until(() => expect(lastOnDiscord()).toMatch(/^Only people who manage this channel/));

    await bot.slack.typeLine('subscribe daily 08:00 confirm:yes', { user: 'U1' });
    const asManager = { permissions: MANAGE_CHANNELS };
    bot.discord.run(
      { command: 'subscribe', options: { schedule: 'daily 08:00', confirm: 'yes' } },
      asManager,
    );

    await until(() => expect(lastOnSlack()?.text).toMatch(/^Subscribed/));
    await until(() => expect(lastOnDiscord()).toMatch(/Subscribed/));
    expect(await bot.store().subscriptions.all()).toHaveLength(2);
  });

  it('is everybody in their own direct messages, where the digest then comes', async () => {
    const direct = { channel: 'DU2', user: 'U2' };
    await bot.slack.typeLine('subscribe daily 08:00 Asia/Almaty confirm:yes', direct);
    await until(() => expect(lastOnSlack(direct)?.text).toMatch(/^Subscribed/));

    await bot.clock.advanceTo(EIGHT_IN_ALMATY + MINUTE_MS);

    await until(() => expect(lastOnSlack(direct)?.text).toContain('nothing new'));
    expect(bot.slack.seen()).toEqual([]);
  });
});

describe('a channel that cannot be posted to any more', () => {
  it('has its digests rest, and whoever subscribed is told once', async () => {
    await bot.slack.typeLine('subscribe daily 08:00 Asia/Almaty confirm:yes');
    await until(() => expect(lastOnSlack()?.text).toMatch(/^Subscribed/));
    const channel = bot.slack.workspace().conversations.get('C1');
    if (channel) channel.isArchived = true;

    await bot.clock.advanceTo(EIGHT_IN_ALMATY + MINUTE_MS);
    const told = () => bot.slack.seen({ channel: 'DU1' });
    await until(() => expect(told()).toHaveLength(1));
    await bot.clock.advanceBy(10 * MINUTE_MS);

    expect(told().map(({ text }) => text)).toEqual([expect.stringContaining('the channel is archived')]);
    expect(await bot.store().subscriptions.all()).toMatchObject([
      { pause: { reason: 'channel-archived', isOwnerTold: true } },
    ]);
  });
});

describe('a hostile headline', () => {
  it.each([HOSTILE, `${'very '.repeat(1_000)}long`])('does nothing but stand there: %.40s', async (title) => {
    await bot.read(
      `---\nsource: dawn\nurl: https://www.dawn.com/news/1\npublished: 2026-02-09T06:00:00Z\nlanguage: en\ntitle: ${JSON.stringify(title)}\n---\n\nPakistan and Kazakhstan signed a trade agreement in Islamabad on Monday, President Tokayev said.\n`,
    );

    await bot.slack.typeLine('latest --share');
    bot.discord.run({ command: 'latest', options: { share: true } });

    await until(() => expect(lastOnSlack()?.text).toContain('Latest stories'));
    await until(() => expect(lastOnDiscord()).toContain('Latest stories'));
    const shown = bot.slack
      .seen()
      .map(({ text }) => text)
      .join('\n');
    expect(shown).not.toContain('⟦');
    expect(bot.discord.server.board.all().flatMap(({ pings }) => pings)).toEqual([]);
    expect(shown.replaceAll(/\s/g, '')).toContain(title.replaceAll(/[\s\u202E\u200B]/g, '').slice(0, 200));
  });
});
