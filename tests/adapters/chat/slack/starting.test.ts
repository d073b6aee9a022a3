import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../../../src/errors.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import { aSlack, type SlackInTest, type SlackOptions } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';

async function connected(options: SlackOptions = {}): Promise<SlackInTest> {
  const slack = await aSlack(options);
  onTestFinished(() => slack.dispose());
  return slack;
}

function startFailure(slack: SlackInTest): Promise<unknown> {
  return slack.adapter.start(anInbox()).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('starting', () => {
  it('names every token that Slack does not accept, and where the right ones are', async () => {
    const slack = await connected({ values: { botToken: 'xoxb-wrong', appToken: 'xapp-wrong' } });

    const failure = await startFailure(slack);

    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure).toMatchObject({
      problems: [
        {
          variable: 'SLACK_APP_TOKEN',
          problem: expect.stringMatching(/invalid_auth.*api\.slack\.com\/apps/),
        },
        {
          variable: 'SLACK_BOT_TOKEN',
          problem: expect.stringMatching(/invalid_auth.*api\.slack\.com\/apps/),
        },
      ],
    });
    expect(slack.adapter.health().state).toBe('down');
    expect(slack.server.links.count()).toBe(0);
  });

  it('names a token that was revoked', async () => {
    const slack = await connected();
    slack.server.faults.next('auth.test', { kind: 'error', code: 'account_inactive' });

    const failure = await startFailure(slack);

    expect(failure).toMatchObject({ problems: [{ variable: 'SLACK_BOT_TOKEN' }] });
  });

  it('never shows a token', async () => {
    const slack = await connected({ values: { botToken: 'xoxb-wrong', appToken: 'xapp-wrong' } });

    const failure = await startFailure(slack);

    const said = JSON.stringify([String(failure), slack.logger.lines]);
    expect(said).not.toMatch(/xoxb-wrong|xapp-wrong/);
  });

  it('goes on trying when Slack cannot be reached, and says so', async () => {
    const slack = await connected();
    await slack.server.goDown();

    const failure = await startFailure(slack);
    const { state, detail } = slack.adapter.health();
    const outcome = await slack.adapter.send(slack.channel, aMessage('early'), {
      ...{ key: 'd1', triedSince: null, posts: [] },
      replyTo: null,
      onPosted: async () => {},
    });
    await slack.server.comeUp();
    await until(() => slack.adapter.health().state === 'connected', 10_000);
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(failure).toBeNull();
    expect(state).toBe('down');
    expect(detail).toMatch(/^Slack has not confirmed/);
    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
    expect(textsSeen(slack)).toEqual(['the answer']);
  });

  it('is possible again after a stop', async () => {
    const slack = await aStartedSlack();
    await slack.adapter.stop();

    await slack.adapter.start(anInbox());
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(textsSeen(slack)).toEqual(['the answer']);
    expect(slack.adapter.health().state).toBe('connected');
  });
});

describe('health', () => {
  it('tells since when', async () => {
    const clock = createFakeClock();
    const slack = await aStartedSlack({ clock });
    const connectedAt = slack.adapter.health().since;

    await clock.advanceBy(60_000);
    const stillAt = slack.adapter.health().since;
    slack.server.faults.rule(({ method }) => (method === 'apps.connections.open' ? { kind: 'cut' } : null));
    slack.server.links.cut();
    await until(() => slack.adapter.health().state === 'down');

    expect(stillAt).toBe(connectedAt);
    expect(slack.adapter.health().since).toBe(connectedAt + 60_000);
  });

  it('is degraded while calls fail, and no longer than that', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('chat.postMessage', { kind: 'status', status: 503 });
    slack.server.faults.rule(({ method }) =>
      method === 'conversations.history' ? { kind: 'status', status: 503 } : null,
    );

    await slack.adapter.send(slack.channel, aMessage('the digest'), {
      ...{ key: 'd1', triedSince: null, posts: [] },
      replyTo: null,
      onPosted: async () => {},
    });
    const failing = slack.adapter.health();
    await until(() => slack.adapter.health().state === 'connected', 8_000);

    expect(failing).toMatchObject({
      state: 'degraded',
      detail: 'The last call to Slack failed: it answered with status 503.',
    });
  });

  it('is degraded when the token of its one workspace dies', async () => {
    const slack = await aStartedSlack();
    Object.assign(slack.workspace(), { token: 'xoxb-another' });

    await slack.adapter.send(slack.channel, aMessage('the digest'), {
      ...{ key: 'd1', triedSince: null, posts: [] },
      replyTo: null,
      onPosted: async () => {},
    });

    expect(slack.adapter.health()).toMatchObject({
      state: 'degraded',
      detail: expect.stringContaining('invalid_auth'),
    });
  });
});
