import { afterEach, describe, expect, it } from 'vitest';
import { discord } from '../../../../adapters/chat/discord/platform.ts';
import { ConfigError, UserError } from '../../../../src/errors.ts';
import type { Command } from '../../../../src/ports/command.ts';
import { aCommand, anOption } from '../../../chat/a-command.ts';
import { aDiscord } from '../../../fixtures/discord/a-discord.ts';

const WEB = { port: 0, publicUrl: null };
const LATEST = aCommand({ options: [anOption(), anOption({ name: 'since', kind: 'since' })] });

type Connected = Awaited<ReturnType<typeof aDiscord>>;
const open: Connected[] = [];

async function connected(choices: Parameters<typeof aDiscord>[0] = {}): Promise<Connected> {
  const chat = await aDiscord(choices);
  open.push(chat);
  return chat;
}

afterEach(async () => {
  for (const chat of open.splice(0)) await chat.dispose();
});

function written(chat: Connected): readonly string[] {
  return chat.server.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
}

function publish({ account }: Connected, commands: readonly Command[], ...parameters: readonly string[]) {
  return discord.call(
    'publish',
    parameters,
    { ...account, shards: 1 },
    {
      commands,
      rootCommand: 'relations',
      version: '1',
      web: WEB,
    },
  );
}

describe('publishing commands on Discord', () => {
  it('changes nothing when the same are registered, whatever Discord fills in', async () => {
    const chat = await connected({ commands: [LATEST] });

    await chat.adapter.publishCommands([LATEST]);

    expect(written(chat)).toEqual([]);
    expect(chat.logger.lines.at(-1)).toMatchObject({ facts: { added: 0, changed: 0, removed: 0 } });
  });

  it('registers everywhere what differs', async () => {
    const chat = await connected({ commands: [] });

    await chat.adapter.publishCommands([LATEST]);

    expect(written(chat)).toEqual([`/applications/${chat.account.applicationId}/commands`]);
    expect(chat.server.registered.get('global')?.map(({ name }) => name)).toEqual(['relations']);
  });

  it('logs that it failed, and the bot goes on', async () => {
    const chat = await connected();
    chat.server.faults.add(
      { kind: 'error', status: 400, code: 1, message: 'No' },
      ({ method }) => method === 'GET',
    );

    await chat.adapter.publishCommands([LATEST]);

    expect(chat.logger.lines.at(-1)).toMatchObject({
      level: 'error',
      event: 'discord commands not published',
    });
  });

  it('says at the command line what was added, changed and removed', async () => {
    const chat = await connected({ commands: [] });
    const managed = aCommand({ name: 'subscribe', access: 'channel-managers' });

    const first = await publish(chat, [LATEST, managed]);
    const second = await publish(chat, [aCommand({ description: 'Other words' })]);
    const third = await publish(chat, [aCommand({ description: 'Other words' })]);

    expect(first).toBe('The commands are registered everywhere.\nadded: /relations, /relations-manage');
    expect(second).toBe(
      'The commands are registered everywhere.\nchanged: /relations\nremoved: /relations-manage',
    );
    expect(third).toBe('Nothing changed: the same commands are registered everywhere.');
  });

  it('registers on one server', async () => {
    const chat = await connected({ commands: [] });

    const said = await publish(chat, [LATEST], '--server', chat.guild.id);

    expect(said).toContain(`on the server ${chat.guild.id}`);
    expect(chat.server.registered.get(chat.guild.id)).toHaveLength(1);
    expect(chat.server.registered.get('global')).toEqual([]);
  });

  it('says what to do where the bot is not invited', async () => {
    const chat = await connected();
    const elsewhere = chat.world.newId();

    const failure = await publish(chat, [LATEST], '--server', elsewhere).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ message: expect.stringContaining(elsewhere) });
  });

  it.each([[['--server']], [['--server', 'news']], [['--guild', '12345678901234567']], [['everywhere']]])(
    'says how it is called when it is called with %j',
    async (parameters) => {
      const values = { token: null, applicationId: null, apiUrl: null, shards: 1 };
      const parts = { commands: [], rootCommand: 'relations', version: '1', web: WEB };

      const failure = await discord
        .call('publish', parameters, values, parts)
        .catch((error: unknown) => error);

      expect(failure).toBeInstanceOf(UserError);
    },
  );

  it.each([
    ['DISCORD_TOKEN', { token: 'wrong.token.here' }],
    ['DISCORD_APPLICATION_ID', { applicationId: '123456789012345678' }],
  ])('names %s when it is wrong', async (variable, wrong) => {
    const chat = await connected();

    const failure = await publish({ ...chat, account: { ...chat.account, ...wrong } }, [LATEST]).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure).toMatchObject({ problems: [{ variable }] });
  });
});
