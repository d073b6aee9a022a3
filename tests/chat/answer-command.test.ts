import { describe, expect, it } from 'vitest';
import { createInbox, type InboxPorts } from '../../src/chat/answer-command.ts';
import type { Message } from '../../src/domain/message.ts';
import { TemporaryError, UserError } from '../../src/errors.ts';
import type { IncomingCommand } from '../../src/ports/chat-adapter.ts';
import type { Command, CommandContext, OptionValues } from '../../src/ports/command.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aCommand, aMessage, anOption } from './a-command.ts';
import { someCommands, someRelationship } from './a-reading.ts';

/** Commands are under test, not what is stored. */
const noStore = {} as Store;

function anInbox(overrides: Partial<InboxPorts> = {}) {
  const logger = createFakeLogger();
  const ports: InboxPorts = {
    commands: someCommands,
    store: noStore,
    relationship: someRelationship,
    clock: createFakeClock(Date.parse('2026-02-10T03:00:00Z')),
    logger,
    language: 'en',
    zone: 'Asia/Almaty',
    ...overrides,
  };
  return { inbox: createInbox(ports), logger };
}

function aLine(line: string, overrides: Partial<IncomingCommand> = {}): IncomingCommand {
  const channel = { platform: 'console', id: 'console' };
  return { channel, userId: 'u1', line, isManager: false, isOperator: false, zone: null, ...overrides };
}

function failingWith(error: unknown): Command {
  return aCommand({
    run: async () => {
      throw error;
    },
  });
}

function textOf({ blocks }: Message): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text.map((node) => ('text' in node ? node.text : '')).join('')
        : block.kind,
    )
    .join('\n');
}

describe('a command that arrives is answered', () => {
  it('with what the command returns, given its options and its context', async () => {
    const seen: { options: OptionValues; context: CommandContext }[] = [];
    const command = aCommand({
      options: [anOption()],
      run: async (options, context) => {
        seen.push({ options, context });
        return aMessage('two stories');
      },
    });
    const { inbox } = anInbox({ commands: [command] });

    const answer = await inbox.answer(aLine('latest defence page:2', { zone: 'Asia/Karachi' }));

    expect(textOf(answer)).toBe('two stories');
    expect(seen[0]?.options).toEqual({ topic: 'defence' });
    expect(seen[0]?.context).toMatchObject({
      page: 2,
      line: 'latest defence',
      zone: 'Asia/Karachi',
      now: Date.parse('2026-02-10T03:00:00Z'),
      userId: 'u1',
      commands: [command],
    });
  });

  it('in the zone of the deployment when the person’s own is not known', async () => {
    const zones: string[] = [];
    const command = aCommand({
      run: async (_options, { zone }) => {
        zones.push(zone);
        return aMessage('done');
      },
    });

    await anInbox({ commands: [command] }).inbox.answer(aLine('latest'));

    expect(zones).toEqual(['Asia/Almaty']);
  });

  it('and logged in one line with the facts', async () => {
    const { inbox, logger } = anInbox();

    await inbox.answer(aLine('latest defence'));

    expect(logger.lines).toEqual([
      {
        level: 'info',
        event: 'command answered',
        facts: { command: 'latest', page: 1, platform: 'console', tookMs: 0 },
      },
    ]);
  });
});

describe('what fails is answered, too', () => {
  it('a mistake of the person with how to mend it, in one paragraph', async () => {
    const { inbox, logger } = anInbox({ commands: [failingWith(new UserError('No story has the id "x".'))] });

    const answer = await inbox.answer(aLine('latest'));

    expect(answer.blocks).toHaveLength(1);
    expect(textOf(answer)).toBe('No story has the id "x".');
    expect(logger.lines.map(({ level }) => level)).toEqual(['info']);
  });

  it('a line that cannot be read, likewise', async () => {
    expect(textOf(await anInbox().inbox.answer(aLine('latset')))).toContain('Did you mean "latest"?');
  });

  it.each([
    [400, '1 second'],
    [30_000, '30 seconds'],
    [61_000, '2 minutes'],
    [3_600_001, '2 hours'],
  ])('something temporary (%i ms) with when to try again', async (retryAfterMs, delay) => {
    const { inbox, logger } = anInbox({
      commands: [failingWith(new TemporaryError('The store is busy.', retryAfterMs))],
    });

    const answer = await inbox.answer(aLine('latest'));

    expect(textOf(answer)).toBe(`The store is busy. Please try again in ${delay}.`);
    expect(logger.lines[0]).toMatchObject({ level: 'warn', facts: { retryAfterMs } });
  });

  it('a bug with an id under which the log keeps the error, and nothing of the error itself', async () => {
    const bug = new TypeError('secret detail of column x');
    const { inbox, logger } = anInbox({ commands: [failingWith(bug)] });

    const text = textOf(await inbox.answer(aLine('latest')));

    const id = /\(id ([0-9a-f]{8})\)/.exec(text)?.[1];
    expect(id).toBeDefined();
    expect(text).not.toContain('secret detail');
    expect(logger.lines[0]).toMatchObject({ level: 'error', error: bug, facts: { id, line: 'latest' } });
  });
});

describe('access', () => {
  const forManagers = aCommand({ name: 'subscribe', access: 'channel-managers' });
  const forOperators = aCommand({ name: 'why', access: 'operators' });
  const { inbox } = anInbox({ commands: [forManagers, forOperators, aCommand()] });

  it.each([
    ['latest', {}, true],
    ['subscribe', {}, false],
    ['subscribe', { isManager: true }, true],
    ['subscribe', { isOperator: true }, true],
    ['why', { isManager: true }, false],
    ['why', { isOperator: true }, true],
  ])('%s by %o: %s', async (line, person, isAllowed) => {
    const text = textOf(await inbox.answer(aLine(line, person)));

    expect(text === 'done').toBe(isAllowed);
    if (!isAllowed) expect(text).toMatch(/^Only /);
  });
});
