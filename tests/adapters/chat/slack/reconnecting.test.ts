import { describe, expect, it } from 'vitest';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';

describe('the sockets to Slack', () => {
  it('are two, and the bot is degraded while one of them is away', async () => {
    const slack = await aStartedSlack();
    const before = slack.server.links.count();

    slack.server.faults.rule(refusingSockets);
    slack.server.links.cut(0);
    await untilState(slack, 'degraded');
    const { detail } = slack.adapter.health();
    slack.server.faults.rule(() => null);
    await untilState(slack, 'connected');

    expect(before).toBe(2);
    expect(detail).toBe('1 of 2 connections to Slack are open.');
    expect(slack.server.links.count()).toBe(2);
  });

  it.each(['warning', 'refresh_requested'] as const)(
    'answer every command through planned refreshes (%s), also those on their way to the socket that goes',
    async (reason) => {
      const slack = await aStartedSlack();

      const typed = [];
      for (let place = 0; place < 40; place += 1) {
        if (place % 10 === 5) slack.server.links.refresh(reason, place % 2);
        typed.push(slack.typeLine(`latest ${place}`));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const acknowledged = await Promise.all(typed);

      await until(() => slack.seen().length === 40);
      expect(acknowledged.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
    },
  );

  it('leave no moment without an open one when both are refreshed at once', async () => {
    const slack = await aStartedSlack();
    const counts: number[] = [];
    const watch = setInterval(() => counts.push(slack.server.links.count()), 1);

    slack.server.links.refresh('warning');
    await until(() => slack.server.links.count() > 3);
    await until(() => slack.server.links.count() === 2);
    clearInterval(watch);

    expect(Math.min(...counts)).toBe(2);
    expect(slack.adapter.health().state).toBe('connected');
  });

  it('come back within half a second of being cut', async () => {
    const slack = await aStartedSlack();
    const cutAt = performance.now();

    slack.server.links.cut();
    await untilState(slack, 'down');
    await untilState(slack, 'connected');

    expect(performance.now() - cutAt).toBeLessThan(500);
  });

  it('survive an outage of Slack, and answer soon after it', async () => {
    const slack = await aStartedSlack();

    const outage = slack.outage(500);
    await untilState(slack, 'down');
    await outage;
    await untilState(slack, 'connected');
    await slack.typeLine('latest');

    await until(() => slack.seen().length > 0);
    expect(textsSeen(slack)).toEqual(['the answer']);
  });

  it('are not opened again without end when Slack closes them at once', async () => {
    const slack = await aStartedSlack();
    const opened = () => slack.server.calls.filter(({ method }) => method === 'apps.connections.open').length;

    const before = opened();
    const closing = setInterval(() => slack.server.links.refresh('refresh_requested'), 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    clearInterval(closing);

    expect(opened() - before).toBeLessThan(10);
  });

  it('are closed when the bot stops, also while they are being opened again', async () => {
    const slack = await aStartedSlack();
    slack.server.faults.rule(refusingSockets);
    slack.server.links.cut(0);
    await untilState(slack, 'degraded');

    await slack.adapter.stop();
    slack.server.faults.rule(() => null);
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(slack.server.links.count()).toBe(0);
    expect(slack.adapter.health().state).toBe('down');
  });
});

function refusingSockets({ method }: { readonly method: string }) {
  return method === 'apps.connections.open' ? ({ kind: 'status', status: 500 } as const) : null;
}

async function untilState(slack: SlackInTest, state: string): Promise<void> {
  await until(() => slack.adapter.health().state === state);
}
