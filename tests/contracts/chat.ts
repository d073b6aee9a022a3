import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import type { ChatAdapter, Inbox, IncomingCommand } from '../../src/ports/chat-adapter.ts';

/** One adapter connected to a stand-in for its platform. */
export interface ChatUnderTest {
  readonly adapter: ChatAdapter;
  /** A channel that the adapter can post to. */
  readonly channel: Channel;
  /** A person types a line after the root command. */
  type(line: string): void;
  /** Everything that has reached the platform so far, as sent. */
  shown(): string;
  /** What text from outside must never bring to this platform. */
  readonly dangers: readonly string[];
}

/** Text from outside that tries to steer a terminal, turn the reading direction, ping people and format. */
const HOSTILE =
  'harmless \u001B[2J\u001B]0;owned\u0007 \u009B31m \u202Eevil \u2067open <!channel> @everyone *bold* end';

/** What every chat adapter keeps to. */
export function chatContract(name: string, connect: () => ChatUnderTest): void {
  async function started(answer: (command: IncomingCommand) => Promise<Message>) {
    const chat = connect();
    const heard: IncomingCommand[] = [];
    const inbox: Inbox = {
      answer(command) {
        heard.push(command);
        return answer(command);
      },
    };
    await chat.adapter.start(inbox);
    return { ...chat, heard };
  }

  describe(`the ${name} adapter`, () => {
    it('hands over a line once and shows its answer once', async () => {
      const chat = await started(async ({ line }) => aMessage(`answer to ${line.length}`));

      chat.type('latest defence');
      await until(() => chat.shown().includes('answer to 14'));
      await chat.adapter.stop();

      expect(chat.heard.map(({ line }) => line)).toEqual(['latest defence']);
      expect(chat.heard[0]?.channel.platform).toBe(chat.adapter.platform);
      expect(countIn(chat.shown(), 'answer to 14')).toBe(1);
    });

    it('answers lines in the order in which they came, however long each takes', async () => {
      const slow = Promise.withResolvers<void>();
      const chat = await started(async ({ line }) => {
        if (line === 'status') await slow.promise;
        return aMessage(`<${line.toUpperCase()}>`);
      });

      chat.type('status');
      chat.type('visits');
      await until(() => chat.heard.length > 0);
      slow.resolve();
      await until(() => chat.shown().includes('<VISITS>'));
      await chat.adapter.stop();

      expect(chat.shown().indexOf('<STATUS>')).toBeLessThan(chat.shown().indexOf('<VISITS>'));
    });

    it('shows hostile text without the harm', async () => {
      const chat = await started(async () => aMessage(HOSTILE));

      chat.type('latest');
      await until(() => chat.shown().includes('end'));
      await chat.adapter.send(chat.channel, aMessage(HOSTILE), 'd1');
      await chat.adapter.stop();

      expect(chat.shown()).toContain('harmless');
      for (const danger of chat.dangers) expect(chat.shown()).not.toContain(danger);
    });

    it('sends a delivery once, however often it is tried', async () => {
      const chat = await started(async () => aMessage('unused'));

      const first = await chat.adapter.send(chat.channel, aMessage('the digest'), 'd1');
      const again = await chat.adapter.send(chat.channel, aMessage('the digest'), 'd1');
      const next = await chat.adapter.send(chat.channel, aMessage('the digest'), 'd2');
      await chat.adapter.stop();

      expect([first.kind, again.kind, next.kind]).toEqual(['sent', 'sent', 'sent']);
      expect(countIn(chat.shown(), 'the digest')).toBe(2);
    });

    it('says that a channel does not exist, and that trying again is pointless', async () => {
      const chat = await started(async () => aMessage('unused'));

      const outcome = await chat.adapter.send({ ...chat.channel, id: 'nowhere' }, aMessage('lost'), 'd1');
      await chat.adapter.stop();

      expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: null });
      expect(chat.shown()).not.toContain('lost');
    });

    it('sends nothing before it is started and after it is stopped, but may later', async () => {
      const chat = connect();

      const before = await chat.adapter.send(chat.channel, aMessage('early'), 'd1');
      await chat.adapter.start({ answer: async () => aMessage('unused') });
      await chat.adapter.stop();
      const after = await chat.adapter.send(chat.channel, aMessage('late'), 'd2');

      for (const outcome of [before, after]) {
        expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
      }
      expect(chat.shown()).not.toMatch(/early|late/);
    });

    it('finishes the answer under way before it stops', async () => {
      const slow = Promise.withResolvers<void>();
      const chat = await started(async () => {
        await slow.promise;
        return aMessage('finished');
      });

      chat.type('latest');
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

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { interval: 1, timeout: 5000 });
}
