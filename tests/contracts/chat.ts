import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import type {
  ChatAdapter,
  CommandInput,
  Dispatch,
  Inbox,
  IncomingCommand,
} from '../../src/ports/chat-adapter.ts';
import { anInbox } from '../fixtures/an-inbox.ts';

/** One adapter connected to a stand-in for its platform. */
export interface ChatUnderTest {
  readonly adapter: ChatAdapter;
  /** A channel that the adapter can post to. */
  readonly channel: Channel;
  /** One that the platform does not have. */
  readonly missingChannel: Channel;
  /** A person types `latest` and its topic, in that channel; resolves when the platform has taken it. */
  typeLatest(topic: string): Promise<void>;
  /** Everything that people see by now, in the order in which it came, edits done; text as it reaches the platform. */
  shown(): string;
  /** What text from outside must never bring to this platform. */
  readonly dangers: readonly string[];
  /** Ends what stands in for the platform. */
  dispose(): Promise<void>;
}

/** Text from outside that tries to steer a terminal, turn the reading direction, ping people and format. */
const HOSTILE =
  'harmless \u001B[2J\u001B]0;owned\u0007 \u009B31m \u202Eevil \u2067open <!channel> @everyone *bold* end';

/** What every chat adapter keeps to. */
export function chatContract(name: string, connect: () => Promise<ChatUnderTest>): void {
  const open: ChatUnderTest[] = [];

  async function connected(): Promise<ChatUnderTest> {
    const chat = await connect();
    open.push(chat);
    return chat;
  }

  async function started(answer: (command: IncomingCommand) => Promise<Message>) {
    const chat = await connected();
    const heard: IncomingCommand[] = [];
    const inbox: Inbox = anInbox({
      answer(command) {
        heard.push(command);
        return answer(command);
      },
    });
    await chat.adapter.start(inbox);
    return { ...chat, heard };
  }

  describe(`the ${name} adapter`, () => {
    afterEach(async () => {
      for (const chat of open.splice(0)) await chat.dispose();
    });

    it('hands over a command once and shows its answer once', async () => {
      const chat = await started(async () => aMessage('the answer'));

      await chat.typeLatest('defence');
      await until(() => chat.shown().includes('the answer'));
      await chat.adapter.stop();

      expect(chat.heard.map(({ input }) => namedIn(input))).toEqual([['latest', 'defence']]);
      expect(chat.heard[0]?.channel).toEqual(chat.channel);
      expect(countIn(chat.shown(), 'the answer')).toBe(1);
    });

    it('knows who asked, and what they may do', async () => {
      const chat = await started(async () => aMessage('the answer'));

      await chat.typeLatest('defence');
      await until(() => chat.heard.length > 0);
      const rights = await chat.heard[0]?.rights();
      const facts = await chat.heard[0]?.facts();
      await chat.adapter.stop();

      expect(chat.heard[0]?.userId).toMatch(/./);
      expect(rights).toEqual({
        managesChannel: expect.any(Boolean),
        managesWorkspace: expect.any(Boolean),
        isOperator: expect.any(Boolean),
      });
      expect(facts).toMatchObject({ zone: expect.toBeOneOf([null, expect.any(String)]) });
    });

    it('shows hostile text without the harm', async () => {
      const chat = await started(async () => aMessage(HOSTILE));

      await chat.typeLatest('defence');
      await until(() => chat.shown().includes('end'));
      await chat.adapter.send(chat.channel, aMessage(HOSTILE), aDispatch('d1'));
      await chat.adapter.stop();

      expect(chat.shown()).toContain('harmless');
      for (const danger of chat.dangers) expect(chat.shown()).not.toContain(danger);
    });

    it('sends a delivery once, however often it is tried', async () => {
      const chat = await started(async () => aMessage('unused'));

      const first = await chat.adapter.send(chat.channel, aMessage('the digest'), aDispatch('d1'));
      const again = await chat.adapter.send(chat.channel, aMessage('the digest'), triedBefore('d1'));
      const next = await chat.adapter.send(chat.channel, aMessage('the digest'), aDispatch('d2'));
      await chat.adapter.stop();

      expect([first.kind, again.kind, next.kind]).toEqual(['sent', 'sent', 'sent']);
      expect(countIn(chat.shown(), 'the digest')).toBe(2);
    });

    it('keeps the order in which a channel is sent to', async () => {
      const chat = await started(async () => aMessage('unused'));

      const outcomes = await Promise.all(
        ['one', 'two', 'three'].map((text) =>
          chat.adapter.send(chat.channel, aMessage(`<${text}>`), aDispatch(text)),
        ),
      );
      await chat.adapter.stop();

      const places = ['one', 'two', 'three'].map((text) => chat.shown().indexOf(text));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    });

    it('says that a channel does not exist', async () => {
      const chat = await started(async () => aMessage('unused'));

      const outcome = await chat.adapter.send(chat.missingChannel, aMessage('lost'), aDispatch('d1'));
      await chat.adapter.stop();

      expect(outcome).toEqual({ kind: 'closed', reason: expect.any(String) });
      expect(chat.shown()).not.toContain('lost');
    });

    it('sends nothing before it is started and after it is stopped, but may later', async () => {
      const chat = await connected();

      const before = await chat.adapter.send(chat.channel, aMessage('early'), aDispatch('d1'));
      await chat.adapter.start(anInbox());
      await chat.adapter.stop();
      const after = await chat.adapter.send(chat.channel, aMessage('late'), aDispatch('d2'));

      for (const outcome of [before, after]) {
        expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
      }
      expect(chat.shown()).not.toMatch(/early|late/);
    });

    it('is down before it is started, connected while it runs and down again after it is stopped', async () => {
      const chat = await connected();

      const before = chat.adapter.health().state;
      await chat.adapter.start(anInbox());
      await until(() => chat.adapter.health().state === 'connected');
      await chat.adapter.stop();

      expect([before, chat.adapter.health().state]).toEqual(['down', 'down']);
    });

    it('finishes the answer under way before it stops', async () => {
      const slow = Promise.withResolvers<void>();
      const chat = await started(async () => {
        await slow.promise;
        return aMessage('finished');
      });

      await chat.typeLatest('defence');
      await until(() => chat.heard.length > 0);
      const stopped = chat.adapter.stop();
      slow.resolve();
      await stopped;

      expect(chat.shown()).toContain('finished');
    });
  });
}

function aMessage(text: string): Message {
  return { blocks: [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] };
}

function aDispatch(key: string): Dispatch {
  return { key, triedSince: null, posts: [], replyTo: null, onPosted: async () => {} };
}

/** An earlier attempt was cut off before its outcome was known. */
function triedBefore(key: string): Dispatch {
  return { ...aDispatch(key), triedSince: Date.now() - 1_000 };
}

/** The command and the values given with it, however they arrived. */
function namedIn(input: CommandInput): readonly string[] {
  if (input.kind === 'typed') return [input.command, ...Object.values(input.options).map(String)];
  return (input.kind === 'line' ? input.line : input.words).split(' ');
}

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { interval: 1, timeout: 5000 });
}
