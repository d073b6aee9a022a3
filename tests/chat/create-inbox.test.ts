import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { createInbox, type InboxPorts } from '../../src/chat/create-inbox.ts';
import type { Message } from '../../src/domain/message.ts';
import { TemporaryError, UserError } from '../../src/errors.ts';
import type { PersonFacts, Rights } from '../../src/ports/chat-adapter.ts';
import type { Command, CommandContext, OptionValues } from '../../src/ports/command.ts';
import type { Metrics } from '../../src/ports/metrics.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aLine, NO_RIGHTS } from '../fixtures/a-line.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { messageText } from '../fixtures/message-text.ts';
import { NO_FETCHER } from '../fixtures/no-fetcher.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';
import { aCommand, aMessage, anOption } from './a-command.ts';
import { someCommands, someRelationship } from './a-reading.ts';

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
});

afterEach(() => store.close());

function anInbox(overrides: Partial<InboxPorts> = {}) {
  const logger = createFakeLogger();
  const clock = createFakeClock(Date.parse('2026-02-10T03:00:00Z'));
  const ports: InboxPorts = {
    commands: someCommands,
    store,
    relationship: someRelationship,
    clock,
    fetcher: NO_FETCHER,
    logger,
    metrics: NO_METRICS,
    language: 'en',
    zone: 'Asia/Almaty',
    operators: ['boss'],
    health: () => [],
    ...overrides,
  };
  return { inbox: createInbox(ports), logger, clock };
}

const inKarachi = async (): Promise<PersonFacts> => ({ zone: 'Asia/Karachi', locale: 'ru-RU' });

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

    const answer = await inbox.answer(aLine('latest defence page:2', { facts: inKarachi }));

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
        facts: { command: 'latest', platform: 'console', channel: aLine('latest').channel.id, tookMs: 0 },
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
    expect(logger.lines[0]).toMatchObject({ level: 'error', error: bug, facts: { id, command: 'latest' } });
  });
});

describe('access', () => {
  const forManagers = aCommand({ name: 'subscribe', access: 'channel-managers' });
  const forOperators = aCommand({ name: 'why', access: 'operators' });
  const commands = [forManagers, forOperators, aCommand()];

  it.each([
    ['latest', 'u1', {}, true],
    ['subscribe', 'u1', {}, false],
    ['subscribe', 'u1', { managesChannel: true }, true],
    ['subscribe', 'u1', { isOperator: true }, true],
    ['subscribe', 'boss', {}, true],
    ['why', 'u1', { managesChannel: true }, false],
    ['why', 'u1', { isOperator: true }, true],
    ['why', 'boss', {}, true],
  ])('%s by %s with %o: %s', async (line, userId, rights, isAllowed) => {
    const { inbox } = anInbox({ commands });

    const text = textOf(await inbox.answer(aLine(line, { userId, rights })));

    expect(text === 'done').toBe(isAllowed);
    if (!isAllowed) expect(text).toMatch(/^Only .+: .*(administrators|the people whom)/);
  });

  it('is asked of the platform only where a command needs it, and then once', async () => {
    let asked = 0;
    const rights = async (): Promise<Rights> => {
      asked += 1;
      return { ...NO_RIGHTS, managesChannel: true };
    };
    const twice = aCommand({
      name: 'settings',
      run: async (_options, context) => {
        await context.rights();
        await context.rights();
        return aMessage('done');
      },
    });
    const { inbox } = anInbox({ commands: [...commands, twice] });

    await inbox.answer({ ...aLine('latest'), rights });
    const before = asked;
    await inbox.answer({ ...aLine('settings'), rights });

    expect([before, asked]).toEqual([0, 1]);
  });
});

describe('who asks', () => {
  const place = { platform: 'console', id: 'u1' };

  async function readerWith(facts = inKarachi) {
    let reader: Pick<CommandContext, 'language' | 'zone' | 'topicIds'> | null = null;
    const command = aCommand({
      run: async (_options, { language, zone, topicIds }) => {
        reader = { language, zone, topicIds };
        return aMessage('done');
      },
    });
    const line = aLine('latest', { facts, workspaceId: 'w1' });
    await anInbox({ commands: [command] }).inbox.answer(line);
    return reader;
  }

  it('is first guessed from what the platform knows', async () => {
    expect(await readerWith()).toEqual({ language: 'ru', zone: 'Asia/Karachi', topicIds: [] });
  });

  it('falls back on the settings of the bot for what nobody knows', async () => {
    const unknown = async () => ({ zone: null, locale: 'xx' });

    expect(await readerWith(unknown)).toMatchObject({
      language: 'en',
      zone: 'Asia/Almaty',
    });
  });

  it('is told by their own settings first, then the channel’s, then the workspace’s', async () => {
    const { preferences } = store;
    await preferences.set(
      { ...place, kind: 'workspace', id: 'w1' },
      { language: 'de', zone: 'UTC', topicIds: ['trade'] },
    );
    await preferences.set(
      { ...place, kind: 'channel', id: 'console' },
      { language: 'ur', zone: null, topicIds: null },
    );
    await preferences.set(
      { ...place, kind: 'person' },
      { language: null, zone: 'Europe/Berlin', topicIds: null },
    );

    expect(await readerWith()).toEqual({ language: 'ur', zone: 'Europe/Berlin', topicIds: ['trade'] });
  });
});

describe('an answer that takes long', () => {
  function slowCommand() {
    const slow = Promise.withResolvers<void>();
    const command = aCommand({
      run: async () => {
        await slow.promise;
        return aMessage('at last');
      },
    });
    return { command, finish: slow.resolve };
  }

  it('is announced once after a second and a half', async () => {
    const { command, finish } = slowCommand();
    const { inbox, clock } = anInbox({ commands: [command] });
    const notes: string[] = [];

    const answer = inbox.answer(aLine('latest'), (note) => void notes.push(textOf(note)));
    await clock.advanceBy(1_499);
    const early = notes.length;
    await clock.advanceBy(60_000);
    finish();

    expect(textOf(await answer)).toBe('at last');
    expect(early).toBe(0);
    expect(notes).toEqual(['Looking that up …']);
  });

  it('is not announced any more when it has come', async () => {
    const { inbox, clock } = anInbox();
    const notes: string[] = [];

    await inbox.answer(aLine('latest'), (note) => void notes.push(textOf(note)));
    await clock.advanceBy(60_000);

    expect(notes).toEqual([]);
  });
});

describe('the page of the bot', () => {
  it('shows a person their settings, the digests they set up and what they can ask', async () => {
    await store.subscriptions.add(
      aSubscription({ createdBy: 'u1', timing: { kind: 'schedule', cron: '30 7 * * 1-5' } }),
      0,
    );
    await store.subscriptions.add(
      aSubscription({ id: 'sub-2', createdBy: 'somebody', timing: { kind: 'schedule', cron: '0 9 * * *' } }),
      0,
    );
    const { inbox } = anInbox();

    const page = messageText(await inbox.home(aLine('', { facts: inKarachi })));

    expect(page).toContain('Asia/Karachi');
    expect(page).toContain('Russian');
    expect(page).toContain('Monday to Friday at 07:30');
    expect(page).not.toContain('09:00');
    expect(page).toContain('timeline [topic]');
  });
});

describe('buttons', () => {
  it('run the line they were sealed with, also in a bot that was started later', async () => {
    const long = `search "${'перевозки '.repeat(20)}"`;
    const { inbox } = anInbox();
    const sealed = await inbox.seal(['story s-1', long], 75);
    const { inbox: later } = anInbox();
    await later.open();

    const lines = await Promise.all([...sealed.values()].map((each) => later.unseal(each)?.line()));

    expect(lines).toEqual(['story s-1', long]);
    for (const each of sealed.values()) expect(each.length).toBeLessThanOrEqual(75);
  });
});

describe('a command is measured and logged', () => {
  it.each([
    ['latest', null, 'latest', 'answered'],
    ['latest', new UserError('No.'), 'latest', 'refused'],
    ['latest', new TemporaryError('Busy.', 1), 'latest', 'postponed'],
    ['latest', new Error('a bug'), 'latest', 'failed'],
    ['hunter2 is my password', null, 'unknown', 'refused'],
  ])(
    '"%s" that meets %s as %s, %s; nothing that was written gets into the log',
    async (line, error, command, outcome) => {
      const measured: unknown[] = [];
      const metrics: Metrics = { ...NO_METRICS, time: (...noted) => void measured.push(noted) };
      const commands = [error === null ? aCommand() : failingWith(error)];
      const { inbox, logger } = anInbox({ metrics, commands });

      await inbox.answer(aLine(line));

      expect(measured).toEqual([['commandTime', { command, outcome }, 0]]);
      expect(logger.lines).toHaveLength(1);
      expect(logger.lines[0]?.facts).toMatchObject({ command, platform: 'console', tookMs: 0 });
      expect(JSON.stringify(logger.lines)).not.toContain('hunter2');
    },
  );
});
