import { expect, it } from 'vitest';
import type { FeedPause } from '../../src/domain/feed.ts';
import { tellOperators } from '../../src/jobs/tell-operators.ts';
import { createFakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';
import { aDueFeed, feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const GONE: FeedPause = { at: 1, reason: 'The server says 410.', by: 'gone', isTold: false };
const FAILING: FeedPause = { at: 2, reason: 'It does not answer.', by: 'failing', isTold: false };

async function arrange() {
  const stored = feedsInMemory(
    aDueFeed('one', { pause: GONE }),
    aDueFeed('two', { pause: FAILING }),
    aDueFeed('three'),
  );
  const adapter = createFakeChatAdapter();
  const logger = createFakeLogger();
  const ports = {
    store: withFeeds(await anEmptyStore(), stored),
    clock: createFakeClock(),
    logger,
    relationship: aRelationship(),
    adapters: [adapter],
    language: 'en',
    graceMs: 0,
  } as const;
  const tell = (...operators: readonly string[]) => tellOperators(operators, ports);
  return { adapter, logger, tell, untold: () => stored.untoldPauses() };
}

it('every operator is told once of all feeds that rest, and why', async () => {
  const { adapter, tell } = await arrange();

  await tell('aigerim', 'bilal');
  await tell('aigerim', 'bilal');

  expect(adapter.sent.map(({ channel }) => channel.id)).toEqual(['@aigerim', '@bilal']);
  const [told] = adapter.sent.map(({ message }) => messageText(message));
  expect(told).toContain('2 feeds rest');
  expect(told).toContain('one (https://one.example/feed): gone for good: The server says 410.');
  expect(told).toContain('two (https://two.example/feed): failed for a month: It does not answer.');
  expect(told).not.toContain('three');
  expect(told).toContain('sources resume one');
});

it('nobody is written to while no feed rests untold', async () => {
  const { adapter, tell } = await arrange();
  await tell('aigerim');

  await tell('bilal');

  expect(adapter.attempts).toHaveLength(1);
});

it('operators are tried again when the platform was away, with the same key', async () => {
  const { adapter, tell, untold } = await arrange();
  adapter.failNext({ kind: 'not-sent', reason: 'down', retryAfterMs: 1_000 });

  await tell('aigerim');
  const between = await untold();
  await tell('aigerim');

  expect(between).toHaveLength(2);
  expect(new Set(adapter.attempts).size).toBe(1);
  expect(adapter.sent).toHaveLength(1);
  expect(await untold()).toEqual([]);
});

it.each([
  ['no operator is set', []],
  ['the platform refuses them', ['aigerim']],
])('the log tells it when %s', async (_name, operators) => {
  const { adapter, tell, untold, logger } = await arrange();
  adapter.failNext({ kind: 'not-sent', reason: 'unknown person', retryAfterMs: null });

  await tell(...operators);

  expect(logger.lines.map(({ level, facts: { feed, reason } }) => [level, feed, reason])).toEqual([
    ['warn', 'one', GONE.reason],
    ['warn', 'two', FAILING.reason],
  ]);
  expect(await untold()).toEqual([]);
});
