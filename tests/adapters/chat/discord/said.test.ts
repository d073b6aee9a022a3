import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/message.ts';
import type { Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../chat/a-command.ts';
import { discords, until } from '../../../fixtures/discord/discords.ts';
import { posting } from '../../../fixtures/discord/faults.ts';

const { started } = discords();

function hearing(heard: IncomingCommand[]): Partial<Inbox> {
  return {
    async answer(command) {
      heard.push(command);
      return aMessage('the answer');
    },
  };
}

describe('words said to the bot on Discord', () => {
  it('are heard where they mention it, without the mention, and answered below', async () => {
    const heard: IncomingCommand[] = [];
    const { say, seen, server, guild, news, reader } = await started(hearing(heard));

    const said = say('<@bot>  who signed\nin Astana?');
    await until(() => expect(seen()).toContain('the answer'));

    expect(heard[0]).toMatchObject({
      input: { kind: 'said', words: 'who signed in Astana?' },
      channel: { platform: 'discord', id: news.id },
      workspaceId: guild.id,
      userId: reader.id,
    });
    expect(server.board.all().at(-1)).toMatchObject({ repliesTo: said.id, onlyFor: null });
  });

  it('are heard in direct messages without a mention', async () => {
    const heard: IncomingCommand[] = [];
    const { say, seen, direct, reader } = await started(hearing(heard));

    say('who signed?', { in: direct() });
    await until(() => expect(seen({ in: direct() })).toContain('the answer'));

    expect(heard[0]).toMatchObject({
      input: { kind: 'said', words: 'who signed?' },
      channel: { platform: 'discord', id: `@${reader.id}` },
      workspaceId: null,
    });
    expect(await heard[0]?.rights()).toEqual({
      managesChannel: true,
      managesWorkspace: false,
      isOperator: false,
    });
  });

  it('are not heard from bots, from itself, or where they are for others', async () => {
    const heard: IncomingCommand[] = [];
    const { say, seen, direct, world, other } = await started(hearing(heard));
    const machine = world.addUser('Feed', { isBot: true });

    say('<@bot> hello', { by: machine });
    say('<@bot> hello', { by: world.bot });
    say('hello', { by: world.bot, in: direct() });
    say(`<@${other.id}> hello`);
    say('hello all');
    say('<@bot> hello');
    await until(() => expect(seen()).toContain('the answer'));

    expect(heard).toHaveLength(1);
  });

  it('are not mistaken for what is answered below a post of the bot', async () => {
    const heard: IncomingCommand[] = [];
    const { say, seen, server, news, reader } = await started(hearing(heard));
    say('<@bot> first');
    await until(() => expect(seen()).toContain('the answer'));
    const repliesTo = server.board.all().at(-1)?.id ?? null;

    server.tell({ channelId: news.id, author: reader, content: 'thanks', repliesTo });
    say('<@bot> second');
    await until(() => expect(heard).toHaveLength(2));

    expect(heard[1]?.input).toMatchObject({ words: 'second' });
  });

  it('get a note when the answer takes long, and the answer in its place', async () => {
    const slow = Promise.withResolvers<Message>();
    const { say, seen } = await started({
      async answer(_, onSlow) {
        onSlow?.(aMessage('still looking'));
        return slow.promise;
      },
    });

    say('<@bot> who?');
    await until(() => expect(seen()).toContain('still looking'));
    slow.resolve(aMessage('the answer'));
    await until(() => expect(seen()).toContain('the answer'));

    expect(seen()).not.toContain('still looking');
    expect(seen()).toHaveLength(2);
  });

  it.each([
    ['it is limited', { kind: 'limited', retryAfterMs: 20 }, 2],
    [
      'somebody deleted the note',
      { kind: 'error', status: 404, code: 10_008, message: 'Unknown Message' },
      3,
    ],
  ] as const)(
    'get their answer although it cannot be put in the place of the note at first: %s',
    async (_, fault, posts) => {
      const slow = Promise.withResolvers<Message>();
      const { say, seen, server } = await started({
        async answer(_command, onSlow) {
          onSlow?.(aMessage('still looking'));
          return slow.promise;
        },
      });
      server.faults.add(fault, ({ method }) => method === 'PATCH');

      say('<@bot> who?');
      await until(() => expect(seen()).toContain('still looking'));
      slow.resolve(aMessage('the answer'));
      await until(() => expect(seen()).toContain('the answer'));

      expect(seen()).toHaveLength(posts);
    },
  );

  it.each([
    { kind: 'done-then-cut' },
    { kind: 'done-then-status', status: 500 },
    { kind: 'limited', retryAfterMs: 30 },
    { kind: 'status', status: 503 },
  ] as const)('are answered once although the answer went wrong at first: $kind', async (fault) => {
    const { say, seen, server } = await started();
    server.faults.add(fault, posting());

    say('<@bot> who?');
    await until(() => expect(seen()).toContain('the answer'));

    expect(seen().filter((text) => text === 'the answer')).toHaveLength(1);
  });

  it('are logged as unanswered where the bot may not write', async () => {
    const { say, news, logger } = await started();
    news.canSend = false;

    say('<@bot> who?');

    await until(() =>
      expect(logger.lines).toContainEqual(
        expect.objectContaining({ event: 'discord reply lost', facts: { reason: 'not-allowed' } }),
      ),
    );
  });
});
