import { describe, expect, it } from 'vitest';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import { aSlack, PUBLIC_URL, type SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';
import { hearing } from '../../../fixtures/slack/hearing.ts';

const TWO = [{ id: 'T1' }, { id: 'T2' }];
const DISPATCH = { key: 'd1', triedSince: null, posts: [], replyTo: null, onPosted: async () => {} };
const IN_T2 = { platform: 'slack', id: 'T2/C1' };

describe('with one token', () => {
  it('what comes from another workspace is not heard', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({ workspaces: TWO }, { answer: hearing(heard) });

    await slack.typeLine('latest', { workspace: 'T2' });
    await slack.mention('latest', { workspace: 'T2' });
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(heard.map(({ workspaceId }) => workspaceId)).toEqual(['T1']);
  });

  it('nothing is sent to another workspace', async () => {
    const slack = await aStartedSlack({ workspaces: TWO });

    const outcome = await slack.adapter.send(IN_T2, aMessage('the digest'), DISPATCH);

    expect(outcome).toEqual({ kind: 'closed', reason: 'uninstalled' });
    expect(textsSeen(slack, { workspace: 'T2' })).toEqual([]);
  });
});

describe.each(['socket', 'http'] as const)('with many workspaces (%s)', (mode) => {
  it('every call goes with the token of its own workspace', async () => {
    const slack = await aStartedSlack({ mode, tenancy: 'many', workspaces: TWO });

    for (let round = 0; round < 5; round += 1) {
      for (const { id: workspace } of TWO) {
        await slack.typeLine('latest', { workspace });
        await slack.mention('what?', { workspace });
        await slack.adapter.send({ platform: 'slack', id: `${workspace}/C2` }, aMessage('the digest'), {
          ...DISPATCH,
          key: `${workspace}-${round}`,
        });
        await slack.openHome({ workspace });
      }
    }
    await until(() => slack.seen({ workspace: 'T2' }).length === 15);

    const calls = slack.server.calls.filter(({ method }) => method !== 'apps.connections.open');
    const tokens = new Set(calls.map(({ token }) => token));
    expect(tokens).toEqual(new Set([slack.workspace('T1').token, slack.workspace('T2').token]));
    for (const { id: workspace } of TWO) {
      expect(slack.seen({ workspace }).filter(({ text }) => text === 'the answer')).toHaveLength(10);
      expect(slack.seen({ workspace, channel: 'C2' })).toHaveLength(5);
    }
  });
});

describe('a workspace', () => {
  it('installs the bot through the consent page, and is served from then on', async () => {
    const slack = await aStartedSlack({ tenancy: 'many', workspaces: TWO, installed: ['T1'] });
    const before = await slack.adapter.send(IN_T2, aMessage('early'), DISPATCH);

    const status = await install(slack, 'T2');
    await slack.typeLine('latest', { workspace: 'T2' });
    await until(() => slack.seen({ workspace: 'T2' }).length > 0);

    expect(before).toEqual({ kind: 'closed', reason: 'uninstalled' });
    expect(status).toBe(200);
    expect(textsSeen(slack, { workspace: 'T2' })).toEqual(['the answer']);
    expect(textsSeen(slack, { workspace: 'T1' })).toEqual([]);
  });

  it('asks for the scopes of the manifest, and comes back to the public address', async () => {
    const slack = await aStartedSlack({ tenancy: 'many' });

    const page = await fetch(`${slack.appUrl()}/slack/install`, { redirect: 'manual' });

    const address = new URL(page.headers.get('location') ?? '');
    expect(address.origin).toBe(slack.server.url);
    expect(address.searchParams.get('scope')?.split(',')).toContain('chat:write');
    expect(address.searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/slack/oauth_redirect`);
  });

  it('is not installed by who did not begin it: another state, or none in the cookie', async () => {
    const slack = await aStartedSlack({ tenancy: 'many', workspaces: TWO, installed: ['T1'] });

    const withoutCookie = await install(slack, 'T2', { cookie: () => '' });
    const withAnother = await install(slack, 'T2', { cookie: (cookie) => `${cookie}x` });

    expect([withoutCookie, withAnother]).toEqual([400, 400]);
    expect(slack.installations.all().map(({ workspaceId }) => workspaceId)).toEqual(['T1']);
  });

  it('has its token stored encrypted, each time differently', async () => {
    const slack = await aStartedSlack({ tenancy: 'many', installed: [] });

    await install(slack, 'T1');
    const [first] = slack.installations.all();
    await install(slack, 'T1');
    const [second] = slack.installations.all();

    const readable = [first, second].map((kept) =>
      Buffer.from(kept?.sealed ?? '', 'base64').toString('latin1'),
    );
    expect(readable.join()).not.toContain('xoxb');
    expect(first?.sealed).not.toBe(second?.sealed);
    expect(first).toMatchObject({ platform: 'slack', workspaceId: 'T1', installedAt: expect.any(Number) });
  });

  it('is not reached with the token of another whose row it took', async () => {
    const slack = await aStartedSlack({ tenancy: 'many', workspaces: TWO });
    const [first] = slack.installations.all();
    if (first !== undefined) await slack.installations.save({ ...first, workspaceId: 'T2' });

    const outcome = await slack.adapter.send(IN_T2, aMessage('the digest'), DISPATCH);

    expect(outcome).toMatchObject({ kind: 'not-sent', reason: expect.stringContaining('SLACK_TOKEN_KEY') });
  });

  it('keeps its subscriptions when the key is wrong: nothing is sent, and nothing is closed', async () => {
    const slack = await aStartedSlack({ tenancy: 'many', values: { tokenKey: 'cd'.repeat(32) } });

    const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), DISPATCH);

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
  });

  it.each([
    ['throws the bot out', { type: 'app_uninstalled' }],
    ['takes its token back', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOTT1'] } }],
  ])('is forgotten when it %s', async (_, event) => {
    const slack = await aStartedSlack({ tenancy: 'many', workspaces: TWO });

    await slack.event(event);
    await until(() => slack.installations.all().length === 1);

    const outcome = await slack.adapter.send(slack.channel, aMessage('the digest'), DISPATCH);
    expect(outcome).toEqual({ kind: 'closed', reason: 'uninstalled' });
    expect(slack.installations.all().map(({ workspaceId }) => workspaceId)).toEqual(['T2']);
  });

  it('is not forgotten when only a person takes theirs back', async () => {
    const slack = await aStartedSlack({ tenancy: 'many' });

    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(slack.installations.all()).toHaveLength(1);
  });

  it('may be a whole organisation, by whose id it goes', async () => {
    const heard: IncomingCommand[] = [];
    const organisation = [{ id: 'T1', organisationId: 'E1' }];
    const slack = await aStartedSlack(
      { tenancy: 'many', workspaces: organisation, installed: [] },
      { answer: hearing(heard) },
    );

    await install(slack, 'T1');
    await slack.typeLine('latest');
    await slack.mention('what?');
    await until(() => slack.seen().length > 2);
    const outcome = await slack.adapter.send(
      { platform: 'slack', id: 'E1/C2' },
      aMessage('the digest'),
      DISPATCH,
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(heard.map(({ workspaceId, channel }) => [workspaceId, channel.id])).toEqual([
      ['E1', 'E1/C1'],
      ['E1', 'E1/C1'],
    ]);
  });

  it('in Socket Mode has no address that takes unsigned events', async () => {
    const slack = await aStartedSlack({ tenancy: 'many' });

    const answer = await fetch(`${slack.appUrl()}/slack/events`, {
      method: 'POST',
      body: 'command=%2Frelations',
    });

    expect(answer.status).toBe(404);
  });

  it('is served beside a web page that stops with the bot', async () => {
    const slack = await aSlack({ tenancy: 'many' });
    await slack.adapter.start(anInbox());

    await slack.dispose();
    const isReached = await fetch(`${slack.appUrl()}/slack/install`).then(
      () => true,
      () => false,
    );

    expect(isReached).toBe(false);
  });
});

/** Goes through the install page as a browser would; resolves with the status of the last page. */
async function install(
  slack: SlackInTest,
  workspaceId: string,
  { cookie = (own: string) => own }: { readonly cookie?: (own: string) => string } = {},
): Promise<number> {
  slack.server.oauth.agreeIn(workspaceId);
  const begun = await fetch(`${slack.appUrl()}/slack/install`, { redirect: 'manual' });
  const state = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const agreed = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = (agreed.headers.get('location') ?? '').replace(PUBLIC_URL, slack.appUrl());
  const done = await fetch(back, { headers: { cookie: cookie(state) } });
  return done.status;
}
