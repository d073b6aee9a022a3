import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/message.ts';
import type { CommandInput, Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../chat/a-command.ts';
import { discords, until } from '../../../fixtures/discord/discords.ts';
import { acknowledging, editing, posting } from '../../../fixtures/discord/faults.ts';

const { started } = discords();

const LATEST = { command: 'latest', options: { topic: 'defence', since: '2025-04' } };
const THINKING = 'Dragoman is thinking …';

/** Longer than one post of Discord. */
function aLongMessage(): Message {
  const paragraphs = Array.from(
    { length: 12 },
    (_, place) => `Part ${place}. ${'Word and word. '.repeat(60)}`,
  );
  return { blocks: paragraphs.map((text) => ({ kind: 'paragraph', text: [{ kind: 'text', text }] })) };
}

describe('a slash command on Discord', () => {
  it('is handed over with its options as they were typed', async () => {
    const heard: IncomingCommand[] = [];
    const { run } = await started(hearing(heard));

    run({ command: 'latest', options: { topic: 'defence', share: true, page: 2 } });
    await until(() => expect(heard).toHaveLength(1));

    const options = { topic: 'defence', share: true, page: 2 };
    expect(heard[0]?.input).toEqual({ kind: 'typed', command: 'latest', options });
  });

  it('is acknowledged at once, however long the answer takes, and then answered in that place', async () => {
    const slow = Promise.withResolvers<Message>();
    const { run, seen } = await started({ answer: () => slow.promise });

    await run(LATEST).acknowledged;
    const before = seen();
    slow.resolve(aMessage('the answer'));
    await until(() => expect(seen()).toEqual(['the answer']));

    expect(before).toEqual([THINKING]);
  });

  it('is acknowledged before it is handed over', async () => {
    const acknowledged: (number | null)[] = [];
    const discord = await started({
      async answer() {
        acknowledged.push(...discord.acknowledgedAfterMs());
        return aMessage('done');
      },
    });

    discord.run(LATEST);
    await until(() => expect(discord.seen()).toEqual(['done']));

    expect(acknowledged).toEqual([expect.any(Number)]);
  });

  it('is answered to the person alone, or to the channel, as the command says', async () => {
    const isShared = (input: CommandInput) => input.kind === 'typed' && input.options['share'] === true;
    const visibilityOf = (input: CommandInput) => (isShared(input) ? 'channel' : 'private');
    const { run, seen, other } = await started({ visibilityOf });

    run({ command: 'latest' });
    run({ command: 'latest', options: { share: true } });
    await until(() => expect(seen()).toEqual(['the answer', 'the answer']));

    expect(seen({ by: other })).toEqual(['the answer']);
  });

  it('shows a note when the answer takes long, and the answer in its place', async () => {
    const slow = Promise.withResolvers<Message>();
    const { run, seen } = await started({
      async answer(_, onSlow) {
        onSlow?.(aMessage('still looking'));
        return slow.promise;
      },
    });

    run(LATEST);
    await until(() => expect(seen()).toEqual(['still looking']));
    slow.resolve(aMessage('the answer'));

    await until(() => expect(seen()).toEqual(['the answer']));
  });

  it.each([
    { kind: 'late', delayMs: 80 },
    { kind: 'status', status: 503 },
  ] as const)(
    'never shows the note over the answer, even when the note has trouble: $kind',
    async (fault) => {
      const { run, seen, server } = await started(
        {
          async answer(_, onSlow) {
            onSlow?.(aMessage('still looking'));
            return aMessage('the answer');
          },
        },
        { adapter: { patience: { retryMs: 40 } } },
      );
      server.faults.add(fault, editing);

      run(LATEST);
      await until(() => expect(seen()).toEqual(['the answer']));
      await pause(120);

      expect(seen()).toEqual(['the answer']);
    },
  );

  it('shows a long answer in several posts, in order, to the person alone', async () => {
    const { run, seen, other } = await started({ answer: async () => aLongMessage() });

    run(LATEST);
    await until(() => expect(seen().join()).toContain('Part 11.'));

    const parts = seen()
      .join('\n')
      .match(/Part \d+/g);
    expect(seen().length).toBeGreaterThan(1);
    expect(parts).toEqual(Array.from({ length: 12 }, (_, place) => `Part ${place}`));
    expect(seen({ by: other })).toEqual([]);
  });

  it('sends a picture with its words', async () => {
    const file = { name: 'trade.png', mediaType: 'image/png', base64: PNG } as const;
    const { run, seen, server } = await started({
      answer: async () => ({ blocks: [{ kind: 'image', alt: 'Trade by year', file }] }),
    });

    run(LATEST);
    await until(() => expect(seen().join()).toContain('Trade by year'));

    const sent = server.requests.flatMap(({ files }) => files);
    expect(sent.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual([PNG]);
  });

  it('is logged as lost when Discord no longer waits, and is not run', async () => {
    const heard: IncomingCommand[] = [];
    const { run, server, logger } = await started(hearing(heard));
    const unknown = { kind: 'error', status: 404, code: 10_062, message: 'Unknown interaction' } as const;
    server.faults.add(unknown, acknowledging, 9);

    run(LATEST);
    await until(() => expect(logger.lines.map(({ event }) => event)).toContain('discord interaction lost'));

    expect(server.requests.filter(acknowledging)).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it('is left to the other process that acknowledged it first', async () => {
    const heard: IncomingCommand[] = [];
    const { run, server, logger } = await started(hearing(heard));
    const taken = { kind: 'error', status: 400, code: 40_060, message: 'Already acknowledged' } as const;
    server.faults.add(taken, acknowledging);

    run(LATEST);
    await until(() => expect(logger.lines.map(({ event }) => event)).toContain('discord interaction lost'));

    expect(heard).toEqual([]);
  });

  it.each([
    { kind: 'done-then-cut' },
    { kind: 'done-then-status', status: 502 },
    { kind: 'cut' },
    { kind: 'status', status: 500 },
  ] as const)('is answered once although its acknowledgement went wrong: $kind', async (fault) => {
    const { run, seen, server } = await started();
    server.faults.add(fault, acknowledging);

    run(LATEST);

    await until(() => expect(seen()).toEqual(['the answer']));
  });

  it('is acknowledged in time although the first try hangs', async () => {
    const { run, seen, server, acknowledgedAfterMs } = await started();
    server.faults.add({ kind: 'hang' }, acknowledging);

    run(LATEST);
    await until(() => expect(seen()).toEqual(['the answer']));

    expect(acknowledgedAfterMs()[0]).toBeLessThan(3_000);
  });

  it.each([
    [{ kind: 'status', status: 503 }],
    [{ kind: 'done-then-cut' }],
    [{ kind: 'cut' }],
    [{ kind: 'limited', retryAfterMs: 50 }],
  ] as const)('shows the answer although editing it in went wrong twice: %j', async (fault) => {
    const { run, seen, server } = await started({}, { adapter: { patience: { retryMs: 10 } } });
    server.faults.add(fault, editing, 2);

    run(LATEST);

    await until(() => expect(seen()).toEqual(['the answer']));
  });

  it('is logged as lost when its fifteen minutes are over', async () => {
    const slow = Promise.withResolvers<Message>();
    const { run, server, logger, world } = await started({ answer: () => slow.promise });

    await run(LATEST).acknowledged;
    world.letPass(16 * 60_000);
    slow.resolve(aMessage('the answer'));
    await until(() => expect(logger.lines.map(({ event }) => event)).toContain('discord interaction lost'));

    expect(server.requests.filter(editing)).toHaveLength(1);
  });

  it('is told that something went wrong when the answer fails, and the bot goes on', async () => {
    let isBroken = true;
    const { run, seen, logger } = await started({
      async answer() {
        if (isBroken) throw new Error('a bug');
        return aMessage('the answer');
      },
    });

    run(LATEST);
    await until(() => expect(seen()).toEqual([expect.stringContaining('went wrong')]));
    isBroken = false;
    run(LATEST);

    await until(() => expect(seen()[1]).toBe('the answer'));
    expect(logger.lines).toContainEqual(
      expect.objectContaining({ event: 'discord answer failed', level: 'error' }),
    );
  });

  it('is told that something went wrong when Discord does not take the answer', async () => {
    const { run, seen, server } = await started();
    const invalid = { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
    server.faults.add(invalid, editing);

    run(LATEST);

    await until(() => expect(seen()).toEqual([expect.stringContaining('went wrong')]));
  });

  it('does not end the process when everything about it throws', async () => {
    let isBroken = true;
    const { run, seen, logger } = await started({
      visibilityOf() {
        if (isBroken) throw new Error('a bug');
        return 'private';
      },
    });

    run(LATEST);
    await until(() => expect(logger.lines.map(({ event }) => event)).toContain('discord event failed'));
    isBroken = false;
    run(LATEST);

    await until(() => expect(seen()).toEqual(['the answer']));
  });

  it('mentions nobody, whatever the answer says', async () => {
    const { run, say, seen, server } = await started({
      answer: async () => aMessage('@everyone <@1> hello'),
    });

    run(LATEST);
    say('<@bot> who?');
    await until(() => expect(seen()).toHaveLength(3));
    await until(() => expect(seen().join()).not.toContain(THINKING));

    expect(server.board.all().flatMap(({ pings }) => pings)).toEqual([]);
    for (const { body } of server.requests.filter((one) => editing(one) || posting()(one))) {
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    }
  });
});

function hearing(heard: IncomingCommand[]): Partial<Inbox> {
  return {
    async answer(command) {
      heard.push(command);
      return aMessage('done');
    },
  };
}

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
