import { describe, expect, it } from 'vitest';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';

type Answered = Readonly<Record<string, unknown>>;

async function call(
  slack: SlackInTest,
  method: string,
  fields: Readonly<Record<string, string>>,
  token?: string,
): Promise<Answered> {
  const answer = await fetch(`${slack.server.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? slack.workspace().token}` },
    body: new URLSearchParams(fields),
  });
  return (await answer.json()) as Answered;
}

const TOO_WIDE = JSON.stringify([{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]);

describe('the stand-in for Slack', () => {
  it.each([
    ['another token', 'auth.test', {}, 'xoxb-other', 'invalid_auth'],
    [
      'a token that differs from that of the header',
      'auth.test',
      { token: 'xoxb-other' },
      undefined,
      'invalid_auth',
    ],
    ['a method that there is not', 'chat.shout', {}, undefined, 'unknown_method'],
    ['a misspelt argument', 'chat.postMessage', { channel: 'C1', txt: 'x' }, undefined, 'invalid_arg_name'],
    ['a missing argument', 'chat.postMessage', { text: 'x' }, undefined, 'missing_argument'],
    ['nothing to show', 'chat.postMessage', { channel: 'C1' }, undefined, 'no_text'],
    [
      'blocks beyond the limits',
      'chat.postMessage',
      { channel: 'C1', text: 'x', blocks: TOO_WIDE },
      undefined,
      'invalid_blocks',
    ],
    ['a bot token for sockets', 'apps.connections.open', {}, undefined, 'not_allowed_token_type'],
    [
      'an edit of what is not there',
      'chat.update',
      { channel: 'C1', ts: '1.000001', text: 'x' },
      undefined,
      'message_not_found',
    ],
    [
      'a long description',
      'files.getUploadURLExternal',
      { filename: 'a', length: '1', alt_txt: 'x'.repeat(1001) },
      undefined,
      'alt_txt_too_large',
    ],
  ])('refuses %s', async (_, method, fields, token, error) => {
    const slack = await aStartedSlack();

    const answer = await call(slack, method, fields, token);

    expect(answer).toMatchObject({ ok: false, error });
  });

  it('takes five answers to a command and no more', async () => {
    const slack = await aStartedSlack();
    const plan = { workspaceId: 'T1', conversationId: 'C1', userId: 'U1', source: null };
    const path = slack.server.responseUrls.open(plan);

    const statuses: number[] = [];
    for (let use = 0; use < 6; use += 1) {
      const answer = await fetch(`${slack.server.url}${path}`, {
        method: 'POST',
        body: JSON.stringify({ text: `${use}` }),
      });
      statuses.push(answer.status);
    }

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('tells apart what would ping and format from what only looks like it', async () => {
    const slack = await aStartedSlack();
    const hostile = '<!channel> <@U1> *bold*';

    await slack.adapter.send(slack.channel, aMessage(hostile), {
      ...{ key: 'd1', triedSince: null, posts: [] },
      replyTo: null,
      onPosted: async () => {},
    });
    await call(slack, 'chat.postMessage', { channel: 'C1', text: hostile });
    await until(() => slack.seen().length === 2);

    expect(textsSeen(slack)).toEqual([hostile, '⟦ping !channel⟧ ⟦ping @U1⟧ ⟦bold bold⟧']);
  });

  it('reports who acknowledges too late, or not at all', async () => {
    const slack = await aStartedSlack({ mode: 'http' });
    await slack.adapter.stop();

    const acknowledgement = await slack.typeLine('latest');

    expect(acknowledgement).toMatchObject({ isAcknowledged: false });
    expect(slack.acknowledgements).toHaveLength(1);
  });
});
