import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/message.ts';
import { actions, paragraph } from '../../../../src/messages/blocks.ts';
import type { Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../chat/a-command.ts';
import { discords, until } from '../../../fixtures/discord/discords.ts';
import { editing } from '../../../fixtures/discord/faults.ts';

const { started } = discords();

const NEXT = { label: 'Next page', command: 'latest page:2' };
const WHY = { label: 'Why', command: 'why a1' };

/** Answers every line with itself, and with the buttons. */
function withButtons(...buttons: readonly { label: string; command: string }[]) {
  const heard: IncomingCommand[] = [];
  const inbox: Partial<Inbox> = {
    async answer(command) {
      heard.push(command);
      const { input } = command;
      const text = input.kind === 'line' ? `answer to ${input.line.replace(':', ' ')}` : 'page one';
      return { blocks: [paragraph(text), actions(buttons)] };
    },
  };
  return { heard, inbox };
}

describe('a button on Discord', () => {
  it('runs its line, for whoever pressed it, in the channel', async () => {
    const { heard, inbox } = withButtons(WHY);
    const { run, press, seen, news, reader } = await started(inbox);
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    press('Why');
    await until(() => expect(seen().join()).toContain('answer to why a1'));

    expect(heard[1]).toMatchObject({
      input: { kind: 'line', line: 'why a1' },
      channel: { platform: 'discord', id: news.id },
      userId: reader.id,
    });
  });

  it('answers the person alone, beside a message that all see', async () => {
    const { inbox } = withButtons(WHY);
    const { adapter, press, seen, other, channelOf, news } = await started(inbox);
    const message: Message = { blocks: [paragraph('the digest'), actions([WHY])] };
    const dispatch = { key: 'd1', triedSince: null, posts: [], replyTo: null, onPosted: async () => {} };
    await adapter.send(channelOf(news.id), message, dispatch);

    press('Why');
    await until(() => expect(seen().join()).toContain('answer to why a1'));

    expect(seen({ by: other })).toEqual([expect.stringContaining('the digest')]);
  });

  it('turns the page in place', async () => {
    const { inbox } = withButtons(NEXT);
    const { run, press, seen } = await started(inbox);
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    press('Next page');
    await until(() => expect(seen().join()).toContain('answer to latest page 2'));

    expect(seen()).toHaveLength(1);
  });

  it('leaves the page to be read while the next takes long', async () => {
    const slow = Promise.withResolvers<Message>();
    const { run, press, seen } = await started({
      async answer({ input }, onSlow) {
        if (input.kind !== 'line') return { blocks: [paragraph('page one'), actions([NEXT])] };
        onSlow?.(aMessage('still looking'));
        return slow.promise;
      },
    });
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    await press('Next page').acknowledged;
    await pause(60);
    const before = seen();
    slow.resolve(aMessage('page two'));
    await until(() => expect(seen()).toEqual(['page two']));

    expect(before).toEqual([expect.stringContaining('page one')]);
  });

  it('opens the next page beside a message of several posts', async () => {
    const paragraphs = Array.from({ length: 8 }, () => paragraph('Word and word. '.repeat(60)));
    const { run, press, seen } = await started({
      answer: async ({ input }) =>
        input.kind === 'line'
          ? aMessage('page two')
          : { blocks: [paragraph('page one'), ...paragraphs, actions([NEXT])] },
    });
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('Next page'));
    const posts = seen().length;

    press('Next page');
    await until(() => expect(seen().at(-1)).toBe('page two'));

    expect(posts).toBeGreaterThan(1);
    expect(seen()).toHaveLength(posts + 1);
  });

  it.each([
    ['nobody sealed it', { unseal: () => null }],
    ['its line is forgotten', { unseal: () => ({ isPaging: false, line: async () => null }) }],
    [
      'its line cannot be found',
      { unseal: () => ({ isPaging: false, line: () => Promise.reject(new Error('no store')) }) },
    ],
  ])('says that it is too old when %s', async (_, unsealing) => {
    const { heard, inbox } = withButtons(WHY);
    const { run, press, seen } = await started({ ...inbox, ...unsealing });
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    press('Why');
    await until(() => expect(seen().join()).toContain('too old'));

    expect(heard).toHaveLength(1);
  });

  it('says that it is too old beside the page that it should turn', async () => {
    const { inbox } = withButtons(NEXT);
    const { run, press, seen } = await started({
      ...inbox,
      unseal: () => ({ isPaging: true, line: async () => null }),
    });
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    press('Next page');
    await until(() => expect(seen().at(-1)).toContain('too old'));

    expect(seen()[0]).toContain('page one');
  });

  it('gets its lines sealed once a message, within what a button carries', async () => {
    const asked: [readonly string[], number][] = [];
    const { inbox } = withButtons(WHY, NEXT, WHY);
    const { run, seen } = await started({
      ...inbox,
      async seal(lines, most) {
        asked.push([lines, most]);
        return new Map(lines.map((line, place) => [line, `${place}`.padEnd(most, 'x')]));
      },
    });

    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    expect(asked).toEqual([[['why a1', 'latest page:2'], 98]]);
  });

  it('is pressed in a menu, too, when there are many', async () => {
    const buttons = Array.from({ length: 30 }, (_, n) => ({ label: `Story ${n}`, command: `story s${n}` }));
    const { inbox } = withButtons(...buttons);
    const { run, press, seen, server } = await started(inbox);
    run({ command: 'latest' });
    await until(() => expect(seen().join()).toContain('page one'));

    press('Story 7');
    await until(() => expect(seen().join()).toContain('answer to story s7'));

    expect(server.requests.some(editing)).toBe(true);
  });
});
