import { describe, expect, it } from 'vitest';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import { aSlack, SIGNING_SECRET, type SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';
import { hearing } from '../../../fixtures/slack/hearing.ts';

const nowSeconds = () => Math.floor(Date.now() / 1000);

describe('over HTTP', () => {
  it('a command is acknowledged at once and answered', async () => {
    const slack = await aStartedSlack({ mode: 'http' });

    const acknowledgement = await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(acknowledgement).toMatchObject({ isAcknowledged: true, isLate: false });
    expect(textsSeen(slack)).toEqual(['the answer']);
    expect(slack.server.calls.filter(({ method }) => method === 'apps.connections.open')).toEqual([]);
  });

  it('buttons and mentions arrive, too', async () => {
    const story = { label: 'Story', command: 'story 4f2a' };
    const slack = await aStartedSlack(
      { mode: 'http' },
      {
        answer: async ({ input }) =>
          input.kind === 'said' ? aMessage('in short', [story]) : aMessage('the story'),
      },
    );

    await slack.mention('what is new?');
    await until(() => slack.seen().length > 1);
    await slack.press('Story');
    await until(() => slack.seen().length > 2);

    expect(textsSeen(slack).slice(1)).toEqual(['in short', 'the story']);
  });

  it.each([
    ['signed with another secret', { secret: 'f'.repeat(32), sentAtSeconds: nowSeconds() }],
    ['signed long ago', { secret: SIGNING_SECRET, sentAtSeconds: nowSeconds() - 600 }],
  ])('what is %s is refused', async (_, signing) => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({ mode: 'http' }, { answer: hearing(heard) });

    const command = aCommand(`${slack.server.url}/hooks/unknown`);
    const status = await slack.signed.send({ ...command, ...signing });
    const right = await slack.signed.send({
      ...command,
      secret: SIGNING_SECRET,
      sentAtSeconds: nowSeconds(),
    });

    expect([status, right]).toEqual([401, 200]);
    expect(heard).toHaveLength(1);
  });

  it('Slack may check the address', async () => {
    const slack = await aStartedSlack({ mode: 'http' });
    const challenge = {
      ...{
        body: JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
        contentType: 'application/json',
      },
      ...{ secret: SIGNING_SECRET, sentAtSeconds: nowSeconds() },
    };

    const status = await slack.signed.send(challenge);
    const check = await fetch(`${slack.appUrl()}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ssl_check=1&token=x',
    });

    expect([status, check.status]).toEqual([200, 200]);
  });

  it('an event that Slack repeats is taken once', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({ mode: 'http' }, { answer: hearing(heard) });
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

  it('the bot is down once nobody can reach it', async () => {
    const slack = await aStartedSlack({ mode: 'http' });
    const before = slack.adapter.health().state;

    await slack.adapter.stop();
    const reached = await fetch(slack.appUrl()).then(
      () => true,
      () => false,
    );

    expect([before, slack.adapter.health().state, reached]).toEqual(['connected', 'down', false]);
  });

  it('a port that is taken is named', async () => {
    const first = await aStartedSlack({ mode: 'http' });
    const port = Number(new URL(first.appUrl()).port);
    const second: SlackInTest = await aSlack({ mode: 'http', port });

    const failure = await second.adapter.start(anInbox()).catch((error: unknown) => error);
    await second.dispose();

    expect(failure).toMatchObject({
      problems: [{ variable: 'PORT', problem: expect.stringContaining(`${port}`) }],
    });
    expect(second.adapter.health().state).toBe('down');
  });
});

function aCommand(responseUrl: string) {
  const fields = { command: '/relations', text: 'latest', team_id: 'T1', channel_id: 'C1', user_id: 'U1' };
  const body = new URLSearchParams({ ...fields, response_url: responseUrl }).toString();
  return { body, contentType: 'application/x-www-form-urlencoded' };
}
