import { describe, expect, it } from 'vitest';
import type { Dispatch } from '../../../../src/ports/chat-adapter.ts';
import { aLongMessage, aMessage } from '../../../fixtures/slack/a-message.ts';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen } from '../../../fixtures/slack/a-started-slack.ts';
import { ALL_SCOPES, addConversation } from '../../../fixtures/slack/slack-world.ts';

const DIRECT = { platform: 'slack', id: '@T1/U3' };
const PICTURE = { name: 'trade.png', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const;

function aDispatch(choices: Partial<Dispatch> = {}): Dispatch {
  return { key: 'd1', triedSince: null, posts: [], replyTo: null, onPosted: async () => {}, ...choices };
}

function callsOf(slack: SlackInTest, method: string) {
  return slack.server.calls.filter((call) => call.method === method);
}

function channelOf(id: string) {
  return { platform: 'slack', id: `T1/${id}` };
}

describe('a delivery', () => {
  it('is marked with its key and part, and unfurls nothing', async () => {
    const slack = await aStartedSlack();

    const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());

    const [call] = callsOf(slack, 'chat.postMessage');
    expect(outcome).toEqual({ kind: 'sent' });
    expect(JSON.parse(call?.fields['metadata'] ?? '')).toEqual({
      event_type: 'dragoman_delivery',
      event_payload: { delivery_id: 'd1', part: 0 },
    });
    expect(call?.fields).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', link_names: 'false' });
    expect(call?.fields['client_msg_id']).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('that answers an earlier post goes into its thread, once although the answer was lost', async () => {
    const slack = await aStartedSlack();
    const posts: string[] = [];
    const note = async (post: string) => void posts.push(post);
    await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch({ onPosted: note }));
    const [replyTo = ''] = posts;
    slack.server.faults.next('chat.postMessage', { kind: 'accepted-then-cut' });

    const outcome = await slack.adapter.send(
      slack.channel,
      aMessage('a correction'),
      aDispatch({ key: 'd2', replyTo }),
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(slack.seen().map(({ threadTs }) => threadTs ?? null)).toEqual([null, replyTo]);
  });

  it('says every post as it is made, before the next', async () => {
    const slack = await aStartedSlack();
    const posts: string[] = [];
    const seenAt: number[] = [];

    const outcome = await slack.adapter.send(slack.channel, aLongMessage(20), {
      ...aDispatch(),
      async onPosted(post) {
        posts.push(post);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seenAt.push(slack.seen().length);
      },
    });

    expect(outcome).toEqual({ kind: 'sent' });
    expect(posts.length).toBeGreaterThan(2);
    expect(posts).toEqual(slack.seen().map(({ ts }) => ts));
    expect(seenAt).toEqual(posts.map((_, place) => place + 1));
  });

  it('goes on where an earlier attempt ended', async () => {
    const slack = await aStartedSlack();
    const posts: string[] = [];
    slack.server.faults.rule(({ method }) =>
      method === 'chat.postMessage' && posts.length === 2 ? { kind: 'limit', retryAfterSeconds: 3 } : null,
    );
    const onPosted = async (post: string) => void posts.push(post);

    const first = await slack.adapter.send(slack.channel, aLongMessage(20), aDispatch({ onPosted }));
    slack.server.faults.rule(() => null);
    const again = aDispatch({ onPosted, posts: [...posts], triedSince: Date.now() - 1_000 });
    const second = await slack.adapter.send(slack.channel, aLongMessage(20), again);

    const text = textsSeen(slack).join('\n');
    expect(first).toEqual({ kind: 'not-sent', reason: expect.any(String), retryAfterMs: 3_000 });
    expect(second).toEqual({ kind: 'sent' });
    expect(posts).toEqual(slack.seen().map(({ ts }) => ts));
    expect(text.split('Paragraph 1.')).toHaveLength(2);
    expect(text.split('Paragraph 20.')).toHaveLength(2);
  });

  it.each([
    ['cut off', { kind: 'accepted-then-cut' }],
    ['a status of 500', { kind: 'accepted-then-status', status: 500 }],
  ] as const)('is found in the channel when its receipt is lost: %s', async (_, fault) => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', fault);
    const posts: string[] = [];

    const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), {
      ...aDispatch(),
      onPosted: async (post) => void posts.push(post),
    });

    expect(outcome).toEqual({ kind: 'sent' });
    expect(textsSeen(slack)).toEqual(['the digest']);
    expect(posts).toEqual(slack.seen().map(({ ts }) => ts));
  });

  it.each(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'])(
    'is looked for when Slack says %s, and tried again later when it is not there',
    async (code) => {
      const slack = await aStartedSlack();
      slack.server.faults.next('chat.postMessage', { kind: 'error', code });

      const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());

      expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
      expect(callsOf(slack, 'conversations.history')).toHaveLength(1);
      expect(callsOf(slack, 'chat.postMessage')).toHaveLength(1);
    },
  );

  it('is not posted by the SDK again: one call, one attempt', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.rule(({ method }) =>
      method === 'chat.postMessage' ? { kind: 'accepted-then-cut' } : null,
    );

    await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());

    expect(callsOf(slack, 'chat.postMessage')).toHaveLength(1);
    expect(textsSeen(slack)).toEqual(['the digest']);
  });

  it('waits for the next attempt when it cannot be looked up, and is not posted twice', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', { kind: 'accepted-then-cut' });
    slack.server.faults.next('conversations.history', { kind: 'limit', retryAfterSeconds: 4 });
    slack.server.faults.next('conversations.history', { kind: 'limit', retryAfterSeconds: 4 });
    const again = aDispatch({ triedSince: Date.now() });

    const first = await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());
    const second = await slack.adapter.send(slack.channel, aMessage('the digest'), again);
    const third = await slack.adapter.send(slack.channel, aMessage('the digest'), again);

    expect([first, second]).toMatchObject([
      { kind: 'not-sent', retryAfterMs: expect.any(Number) },
      { kind: 'not-sent', retryAfterMs: 4_000 },
    ]);
    expect(third).toEqual({ kind: 'sent' });
    expect(textsSeen(slack)).toEqual(['the digest']);
  });

  it('is found behind many other messages', async () => {
    const slack = await aStartedSlack();
    await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());
    for (let place = 0; place < 450; place += 1) chatter(slack, `message ${place}`);

    const outcome = await slack.adapter.send(
      slack.channel,
      aMessage('the digest'),
      aDispatch({ triedSince: Date.now() }),
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(callsOf(slack, 'conversations.history')).toHaveLength(3);
    expect(callsOf(slack, 'chat.postMessage')).toHaveLength(1);
  });

  it('is not taken for sent because somebody else marked a message like it', async () => {
    const slack = await aStartedSlack();
    chatter(slack, 'a forgery', {
      event_type: 'dragoman_delivery',
      event_payload: { delivery_id: 'd1', part: 0 },
    });

    await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch({ triedSince: Date.now() }));

    expect(textsSeen(slack)).toEqual(['a forgery', 'the digest']);
  });

  it('is posted again rather than lost where the bot may not read', async () => {
    const scopes = ALL_SCOPES.filter((scope) => !scope.endsWith(':history'));
    const slack = await aStartedSlack({ workspaces: [{ id: 'T1', scopes }] });

    const outcome = await slack.adapter.send(
      slack.channel,
      aMessage('the digest'),
      aDispatch({ triedSince: Date.now() }),
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(textsSeen(slack)).toEqual(['the digest']);
  });

  it('reaches a person in direct messages', async () => {
    const slack = await aStartedSlack();

    const outcome = await slack.adapter.send(DIRECT, aMessage('your digest'), aDispatch());

    expect(outcome).toEqual({ kind: 'sent' });
    expect(textsSeen(slack, { channel: 'DU3', user: 'U3' })).toEqual(['your digest']);
  });

  it('brings its pictures into its thread, and not a second time', async () => {
    const slack = await aStartedSlack();
    const digest = { blocks: [{ kind: 'image', alt: 'Trade grew.', file: PICTURE }] } as const;
    slack.server.faults.next('files.completeUploadExternal', { kind: 'accepted-then-cut' });

    const first = await slack.adapter.send(slack.channel, digest, aDispatch());
    const second = await slack.adapter.send(slack.channel, digest, aDispatch({ triedSince: Date.now() }));

    const [post, ...pictures] = slack.seen();
    expect([first.kind, second.kind]).toEqual(['not-sent', 'sent']);
    expect(pictures).toMatchObject([
      { threadTs: post?.ts, pictures: [{ name: 'trade.png', alt: 'Trade grew.' }] },
    ]);
  });

  it('is sent without a picture that Slack refuses', async () => {
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'files:write');
    const slack = await aStartedSlack({ workspaces: [{ id: 'T1', scopes }] });

    const outcome = await slack.adapter.send(
      slack.channel,
      { blocks: [{ kind: 'image', alt: 'Trade grew.', file: PICTURE }] },
      aDispatch(),
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(textsSeen(slack).join()).toContain('Trade grew.');
  });
});

describe('a channel', () => {
  it('does not wait for the rate limit of another', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', { kind: 'limit', retryAfterSeconds: 30 }, 'C1');
    const begunAt = performance.now();

    const outcomes = await Promise.all(
      ['C1', 'C2', 'C3'].map((id) =>
        slack.adapter.send(channelOf(id), aMessage('the digest'), aDispatch({ key: id })),
      ),
    );

    expect(outcomes).toEqual([
      { kind: 'not-sent', reason: expect.any(String), retryAfterMs: 30_000 },
      { kind: 'sent' },
      { kind: 'sent' },
    ]);
    expect(performance.now() - begunAt).toBeLessThan(1_000);
  });

  it('does not wait for another that hangs', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', { kind: 'hang' }, 'C1');

    const hanging = slack.adapter.send(channelOf('C1'), aMessage('the digest'), aDispatch());
    const other = await slack.adapter.send(channelOf('C2'), aMessage('the digest'), aDispatch({ key: 'd2' }));
    await slack.server.goDown();
    const first = await hanging;

    expect(other).toEqual({ kind: 'sent' });
    expect(first).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
  });

  it.each([
    ['C1', (slack: SlackInTest) => slack.workspace().conversations.delete('C1'), 'channel-gone'],
    ['C1', (slack: SlackInTest) => change(slack, { isArchived: true }), 'channel-archived'],
    ['C1', (slack: SlackInTest) => change(slack, { hasBot: false }), 'not-a-member'],
    ['C1', (slack: SlackInTest) => change(slack, { isPrivate: true, hasBot: false }), 'channel-gone'],
    ['C1', (slack: SlackInTest) => slack.workspace().scopes.delete('chat:write'), 'not-allowed'],
    ['C1', (slack: SlackInTest) => refuse(slack, 'restricted_action_read_only_channel'), 'not-allowed'],
    ['C1', (slack: SlackInTest) => Object.assign(slack.workspace(), { token: 'another' }), 'uninstalled'],
    ['C1', (slack: SlackInTest) => refuse(slack, 'account_inactive'), 'uninstalled'],
    ['C1', (slack: SlackInTest) => refuse(slack, 'token_revoked'), 'uninstalled'],
  ])('is closed (%#): %s', async (id, close, reason) => {
    const slack = await aStartedSlack();
    close(slack);

    const outcome = await slack.adapter.send(channelOf(id), aMessage('lost'), aDispatch());

    expect(outcome).toEqual({ kind: 'closed', reason });
  });

  it.each([
    ['of a workspace that the bot does not serve', 'T9/C1', 'uninstalled'],
    ['of a person who is not there', '@T1/U99', 'channel-gone'],
    ['that cannot be one', 'C1', 'channel-gone'],
    ['that cannot be one either', 'T1/C1/../C2', 'channel-gone'],
  ])('is closed: one %s', async (_, id, reason) => {
    const slack = await aStartedSlack();

    const outcome = await slack.adapter.send({ platform: 'slack', id }, aMessage('lost'), aDispatch());

    expect(outcome).toEqual({ kind: 'closed', reason });
  });

  it('gets nothing that Slack will never take', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', { kind: 'error', code: 'msg_blocks_too_long' });

    const outcome = await slack.adapter.send(slack.channel, aMessage('too long'), aDispatch());

    expect(outcome).toEqual({
      kind: 'not-sent',
      reason: expect.stringContaining('msg_blocks_too_long'),
      retryAfterMs: null,
    });
  });

  it('gets a delivery in a later attempt when this one breaks', async () => {
    const slack = await aStartedSlack({}, { seal: () => Promise.reject(new Error('the store is away')) });

    const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), aDispatch());

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
    expect(slack.logger.lines).toMatchObject([{ level: 'error', event: 'slack delivery failed' }]);
  });

  it('may be private, when the bot was invited', async () => {
    const slack = await aStartedSlack();
    addConversation(slack.workspace(), { id: 'CSECRET', isPrivate: true });

    const outcome = await slack.adapter.send(channelOf('CSECRET'), aMessage('the digest'), aDispatch());

    expect(outcome).toEqual({ kind: 'sent' });
  });
});

function change(slack: SlackInTest, facts: object): void {
  Object.assign(slack.workspace().conversations.get('C1') ?? {}, facts);
}

function refuse(slack: SlackInTest, code: string): void {
  slack.server.faults.next('chat.postMessage', { kind: 'error', code });
}

function chatter(
  slack: SlackInTest,
  text: string,
  metadata: SlackInTest['world']['messages'][number]['metadata'] = null,
): void {
  slack.world.messages.push({
    ...{ workspaceId: 'T1', conversationId: 'C1', userId: 'U2', threadTs: null, onlyFor: null },
    ...{ ts: slack.world.nextTs(), text, blocks: [], files: [], metadata },
  });
}
