import { describe, expect, it } from 'vitest';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';
import { hearing } from '../../../fixtures/slack/hearing.ts';

const DIRECT = { channel: 'DU1' };

describe('what is said to the bot', () => {
  it('is answered in the thread of the mention', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });

    await slack.mention('who signed <it> & when?', { channel: 'C2', user: 'U2' });
    await until(() => slack.seen({ channel: 'C2' }).length > 1);

    const [question, answer] = slack.seen({ channel: 'C2' });
    expect(heard).toMatchObject([
      {
        channel: { platform: 'slack', id: 'T1/C2' },
        userId: 'T1/U2',
        input: { kind: 'said', words: 'who signed <it> & when?' },
      },
    ]);
    expect(answer).toMatchObject({ text: 'yes', threadTs: question?.ts, isEphemeral: false });
  });

  it('stays in the thread where it was said', async () => {
    const slack = await aStartedSlack();
    await slack.mention('first');
    await until(() => slack.seen().length > 1);
    const threadTs = slack.seen()[0]?.ts ?? '';

    await slack.mention('and then?', { threadTs });
    await until(() => slack.seen().length > 3);

    expect(slack.seen().at(-1)).toMatchObject({ text: 'the answer', threadTs });
  });

  it('shows a note first where it takes long, and edits it', async () => {
    const answer = Promise.withResolvers<void>();
    const slack = await aStartedSlack(
      {},
      {
        async answer(_, onSlow) {
          onSlow?.(aMessage('still looking'));
          await answer.promise;
          return aMessage('found');
        },
      },
    );

    await slack.mention('what is new?');
    await until(() => slack.seen().length > 1);
    const noted = textsSeen(slack).at(-1);
    answer.resolve();
    await until(() => textsSeen(slack).includes('found'));

    expect(noted).toBe('still looking');
    expect(textsSeen(slack).slice(1)).toEqual(['found']);
  });

  it('may be said in direct messages', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });

    await slack.write('what is new?');
    await until(() => slack.seen(DIRECT).length > 1);

    expect(heard).toMatchObject([
      { channel: { platform: 'slack', id: '@T1/U1' }, input: { kind: 'said', words: 'what is new?' } },
    ]);
    expect(slack.seen(DIRECT).at(-1)).toMatchObject({ text: 'yes', threadTs: null });
  });

  it.each([
    ['an edit', { subtype: 'message_changed', message: { text: 'what?' } }],
    ['a thread message shown in the channel', { subtype: 'thread_broadcast' }],
    ['what another bot says', { bot_id: 'B9' }],
    ['what was edited since', { edited: { ts: '1.000001', user: 'U1' } }],
  ])('is not %s', async (_, more) => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });
    const message = {
      type: 'message',
      channel_type: 'im',
      user: 'U1',
      text: 'what?',
      ts: '1.000001',
      channel: 'DU1',
    };

    await slack.event({ ...message, ...more });
    await slack.event({ ...message, channel_type: 'channel', channel: 'C1' });
    await slack.write('and this?');
    await until(() => heard.length > 0);

    expect(heard.map(({ input }) => input)).toEqual([{ kind: 'said', words: 'and this?' }]);
  });

  it('is not what the bot itself says', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });
    const own = { type: 'message', channel_type: 'im', user: slack.workspace().botUserId, text: 'yes' };

    await slack.event({ ...own, ts: '1.000001', channel: 'DU1' });
    await slack.write('and this?');
    await until(() => heard.length > 0);

    expect(heard).toHaveLength(1);
  });

  it('is answered once, however often Slack repeats it', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });
    const mention = {
      type: 'app_mention',
      user: 'U1',
      text: '<@UBOTT1> what?',
      ts: '1.000001',
      channel: 'C1',
    };

    await slack.event(mention, { eventId: 'Ev1' });
    await slack.event(mention, { eventId: 'Ev1', retry: 1 });
    await slack.event(mention, { eventId: 'Ev2' });
    await until(() => heard.length > 1);

    expect(heard).toHaveLength(2);
  });

  it.each([
    ['the answer to its post was cut off', { kind: 'accepted-then-cut' }],
    ['it was posted and reported as failed', { kind: 'accepted-then-status', status: 503 }],
  ] as const)('is answered once when %s', async (_, fault) => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', fault);

    await slack.mention('what is new?');
    await until(() => slack.server.calls.some(({ method }) => method === 'conversations.replies'));
    await slack.adapter.stop();

    expect(textsSeen(slack).slice(1)).toEqual(['the answer']);
  });

  it.each([
    ['limits', { kind: 'limit', retryAfterSeconds: 0 }],
    ['fails', { kind: 'status', status: 500 }],
    ['drops', { kind: 'cut' }],
  ] as const)('is answered after all when Slack first %s the post', async (_, fault) => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', fault);

    await slack.mention('what is new?');
    await until(() => slack.seen().length > 1);

    expect(textsSeen(slack).slice(1)).toEqual(['the answer']);
  });

  it('brings its pictures into the thread', async () => {
    const picture = { name: 'trade.png', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const;
    const slack = await aStartedSlack(
      {},
      {
        answer: async () => ({ blocks: [{ kind: 'image', alt: 'Trade grew.', file: picture }] }),
      },
    );

    await slack.mention('how is trade?');
    await until(() => slack.seen().length > 2);

    const [question, , shown] = slack.seen();
    expect(shown).toMatchObject({
      threadTs: question?.ts,
      pictures: [{ name: 'trade.png', alt: 'Trade grew.' }],
    });
  });
});
