import { describe, expect, it } from 'vitest';
import { TemporaryError } from '../../../../src/errors.ts';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, until } from '../../../fixtures/slack/a-started-slack.ts';
import { hearing } from '../../../fixtures/slack/hearing.ts';
import { ALL_SCOPES, addConversation } from '../../../fixtures/slack/slack-world.ts';

async function asking(
  where: Parameters<SlackInTest['typeLine']>[1],
  options: Parameters<typeof aStartedSlack>[0] = {},
  prepare: (slack: SlackInTest) => void = () => {},
): Promise<{ readonly slack: SlackInTest; readonly command: IncomingCommand }> {
  const heard: IncomingCommand[] = [];
  const slack = await aStartedSlack(options, { answer: hearing(heard) });
  prepare(slack);
  await slack.typeLine('latest', where);
  await until(() => heard.length > 0);
  const [command] = heard;
  if (command === undefined) throw new Error('nobody asked');
  return { slack, command };
}

describe('what a person may do', () => {
  it.each([
    ['an administrator', { user: 'UADMIN', channel: 'C1' }, true, true],
    ['who created the channel', { user: 'U1', channel: 'C1' }, true, false],
    ['anybody else', { user: 'U2', channel: 'C1' }, false, false],
    ['anybody in direct messages', { user: 'U2', channel: 'DU2' }, true, false],
  ])('%s', async (_, where, managesChannel, managesWorkspace) => {
    const { command } = await asking(where);

    const rights = await command.rights();

    expect(rights).toEqual({ managesChannel, managesWorkspace, isOperator: false });
  });

  it('is no more than anybody in a channel that the bot cannot see', async () => {
    const { command } = await asking({ channel: 'CSECRET' }, {}, (slack) =>
      addConversation(slack.workspace(), { id: 'CSECRET', isPrivate: true, hasBot: false }),
    );

    expect((await command.rights()).managesChannel).toBe(false);
  });

  it('is looked up again each time', async () => {
    const { slack, command } = await asking({ user: 'UADMIN' });
    const before = await command.rights();
    const admin = slack.workspace().users.get('UADMIN');
    if (admin !== undefined) admin.isAdmin = false;

    const after = await command.rights();

    expect([before.managesWorkspace, after.managesWorkspace]).toEqual([true, false]);
  });

  it('is not denied because Slack cannot be asked', async () => {
    const { slack, command } = await asking({ user: 'UADMIN' });
    slack.server.faults.next('users.info', { kind: 'limit', retryAfterSeconds: 7 });

    const denied = await command.rights().catch((error: unknown) => error);

    expect(denied).toBeInstanceOf(TemporaryError);
    expect(denied).toMatchObject({ retryAfterMs: 7_000 });
  });
});

describe('what is known of a person', () => {
  it('is the time zone and the language of their profile', async () => {
    const { command } = await asking({});

    expect(await command.facts()).toEqual({ zone: 'Europe/Berlin', locale: 'de-DE' });
  });

  it('is remembered for minutes', async () => {
    const clock = createFakeClock();
    const { slack, command } = await asking({}, { clock });
    const asked = () => slack.server.calls.filter(({ method }) => method === 'users.info').length;

    await command.facts();
    await command.facts();
    const afterTwo = asked();
    await clock.advanceBy(6 * 60_000);
    await command.facts();

    expect([afterTwo, asked()]).toEqual([1, 2]);
  });

  it('is nothing when Slack does not say', async () => {
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'users:read');
    const { slack, command } = await asking({}, { workspaces: [{ id: 'T1', scopes }] });

    const facts = await command.facts();
    await slack.server.goDown();
    const rights = await command.rights().catch((error: unknown) => error);

    expect(facts).toEqual({ zone: null, locale: null });
    expect(rights).toBeInstanceOf(TemporaryError);
  });
});
