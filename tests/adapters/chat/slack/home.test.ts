import { describe, expect, it } from 'vitest';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../fixtures/slack/a-message.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';

const STOP = { label: 'Unsubscribe', command: 'unsubscribe 12ab' };
const DIRECT = { channel: 'DU3', user: 'U3' };

describe('the page of the bot', () => {
  it('shows each person what the bot has for them', async () => {
    const people: Omit<IncomingCommand, 'input'>[] = [];
    const slack = await aStartedSlack(
      {},
      {
        async home(person) {
          people.push(person);
          return aMessage(`the page of ${person.userId}`);
        },
      },
    );

    await slack.openHome({ user: 'U3' });
    await until(() => slack.home({ user: 'U3' }) !== '');
    const rights = await people[0]?.rights();

    expect(slack.home({ user: 'U3' })).toContain('the page of T1/U3');
    expect(slack.home({ user: 'U1' })).toBe('');
    expect(people).toMatchObject([{ channel: { platform: 'slack', id: '@T1/U3' }, workspaceId: 'T1' }]);
    expect(rights?.managesChannel).toBe(true);
  });

  it('is not made anew when a person looks at the messages beside it', async () => {
    const slack = await aStartedSlack();

    await slack.event({ type: 'app_home_opened', user: 'U3', channel: 'DU3', tab: 'messages' });
    await slack.openHome({ user: 'U1' });
    await until(() => slack.home({ user: 'U1' }) !== '');

    expect(slack.home({ user: 'U3' })).toBe('');
  });

  it('has buttons whose answers come in direct messages, and shows what they changed', async () => {
    const subscriptions = ['every day at 08:00'];
    const slack = await aStartedSlack(
      {},
      {
        home: async () =>
          aMessage(subscriptions[0] ?? 'no subscriptions', subscriptions.length > 0 ? [STOP] : []),
        async answer() {
          subscriptions.pop();
          return aMessage('unsubscribed');
        },
      },
    );
    await slack.openHome({ user: 'U3' });
    await until(() => slack.home({ user: 'U3' }).includes('every day'));

    await slack.pressAtHome('Unsubscribe', { user: 'U3' });
    await until(() => slack.home({ user: 'U3' }).includes('no subscriptions'));

    expect(textsSeen(slack, DIRECT)).toEqual(['unsubscribed']);
  });

  it('is shown after all when Slack first fails', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.next('views.publish', { kind: 'status', status: 500 });

    await slack.openHome();
    await until(() => slack.home() !== '');

    expect(slack.home()).toContain('the home page');
  });
});
