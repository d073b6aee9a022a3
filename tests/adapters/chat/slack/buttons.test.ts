import { describe, expect, it } from 'vitest';
import type { Action, Message } from '../../../../src/domain/message.ts';
import type { Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aLongMessage, aMessage } from '../../../fixtures/slack/a-message.ts';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';

const NEXT: Action = { label: 'Next page', command: 'latest page:2' };
const STORY: Action = { label: 'Story', command: 'story 4f2a' };

/** Answers each line with what stands under it. */
function answering(
  answers: Readonly<Record<string, Message>>,
  heard: IncomingCommand[] = [],
): Inbox['answer'] {
  return async (command) => {
    heard.push(command);
    const line = command.input.kind === 'line' ? command.input.line : '';
    return answers[line] ?? aMessage(`nothing under ${line}`);
  };
}

async function afterLatest(
  answers: Readonly<Record<string, Message>>,
  heard: IncomingCommand[] = [],
): Promise<SlackInTest> {
  const slack = await aStartedSlack({}, { answer: answering(answers, heard) });
  await slack.typeLine('latest');
  await until(() => slack.seen().length > 0);
  return slack;
}

describe('a button', () => {
  it('turns the page in place when the message is one post', async () => {
    const slack = await afterLatest({
      latest: aMessage('page one', [NEXT]),
      'latest page:2': aMessage('page two'),
    });

    const acknowledgement = await slack.press('Next page');
    await until(() => textsSeen(slack).includes('page two'));

    expect(acknowledgement).toMatchObject({ isAcknowledged: true, isLate: false });
    expect(textsSeen(slack)).toEqual(['page two']);
  });

  it('shows the next page below when the message is several posts', async () => {
    const long = aLongMessage(12);
    const slack = await afterLatest({
      latest: { blocks: [...long.blocks, { kind: 'actions', actions: [NEXT] }] },
      'latest page:2': aMessage('page two'),
    });
    await until(() => slack.seen().some(({ buttons }) => buttons.length > 0));
    const before = textsSeen(slack);

    await slack.press('Next page');
    await until(() => textsSeen(slack).includes('page two'));

    expect(textsSeen(slack)).toEqual([...before, 'page two']);
  });

  it('answers what is no page for the person who pressed it, and leaves the message', async () => {
    const heard: IncomingCommand[] = [];
    const answers = { 'story 4f2a': aMessage('the story') };
    const slack = await aStartedSlack({}, { answer: answering(answers, heard) });
    await slack.adapter.send(slack.channel, aMessage('the digest', [STORY]), {
      ...{ key: 'd1', triedSince: null, posts: [] },
      replyTo: null,
      onPosted: async () => {},
    });

    await slack.press('Story', { user: 'U2' });
    await until(() => slack.seen({ user: 'U2' }).length > 1);

    expect(slack.seen({ user: 'U2' })).toMatchObject([
      { text: 'the digest', isEphemeral: false },
      { text: 'the story', isEphemeral: true },
    ]);
    expect(textsSeen(slack, { user: 'U1' })).toEqual(['the digest']);
    expect(heard).toMatchObject([
      { userId: 'T1/U2', channel: { id: 'T1/C1' }, input: { kind: 'line', line: 'story 4f2a' } },
    ]);
  });

  it('may be an option of a menu', async () => {
    const actions = Array.from({ length: 8 }, (_, place) => ({
      label: `Choice ${place}`,
      command: `story ${place}`,
    }));
    const slack = await afterLatest({
      latest: aMessage('choose', actions),
      'story 6': aMessage('the sixth'),
    });

    await slack.press('Choice 6');
    await until(() => slack.seen().length > 1);

    expect(textsSeen(slack)).toEqual(['choose', 'the sixth']);
  });

  it('is too old when the bot does not know it', async () => {
    const slack = await aStartedSlack(
      {},
      { answer: answering({ latest: aMessage('page one', [NEXT]) }), unseal: () => null },
    );
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    await slack.press('Next page');
    await until(() => slack.seen().length > 1);

    expect(slack.seen()).toMatchObject([
      { text: 'page one' },
      { text: expect.stringContaining('too old'), isEphemeral: true },
    ]);
  });

  it('is too old when its line is not kept any more', async () => {
    const slack = await aStartedSlack(
      {},
      {
        answer: answering({ latest: aMessage('page one', [NEXT]) }),
        unseal: () => ({ isPaging: true, line: async () => null }),
      },
    );
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    await slack.press('Next page');
    await until(() => slack.seen().length > 1);

    expect(textsSeen(slack)).toEqual(['page one', expect.stringContaining('too old')]);
  });

  it('answers in the thread that it is in', async () => {
    const slack = await aStartedSlack(
      {},
      {
        answer: async ({ input }) =>
          input.kind === 'said' ? aMessage('in short', [STORY]) : aMessage('the story'),
      },
    );
    await slack.mention('what is new?');
    await until(() => slack.seen().length > 1);

    await slack.press('Story');
    await until(() => slack.seen().length > 2);

    const [question, , story] = slack.seen();
    expect(story).toMatchObject({ text: 'the story', threadTs: question?.ts, isEphemeral: true });
  });

  it('carries no more than a menu takes, and seals all lines of a message at once', async () => {
    const asked: { lines: readonly string[]; most: number }[] = [];
    const slack = await aStartedSlack(
      {},
      {
        answer: async () => aMessage('choose', [NEXT, STORY, NEXT]),
        async seal(lines, most) {
          asked.push({ lines, most });
          return new Map(lines.map((line) => [line, `sealed ${line}`]));
        },
      },
    );

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(asked).toEqual([{ lines: [NEXT.command, STORY.command], most: 75 }]);
  });
});
