import type { Feed } from '../domain/feed.ts';
import type { Message } from '../domain/message.ts';
import { directChannel } from '../domain/subscription.ts';
import { restingFeedsMessage } from '../messages/resting-feeds-message.ts';
import type { ChatAdapter, SendOutcome } from '../ports/chat-adapter.ts';
import type { JobPorts } from './job-ports.ts';

/** Tells every operator, in one message, of the feeds that have come to rest since the last telling. */
export async function tellOperators(operators: readonly string[], ports: JobPorts): Promise<void> {
  const { store, logger } = ports;
  const feeds = await store.feeds.untoldPauses();
  if (feeds.length === 0) return;
  const outcomes = await tellAll(feeds, operators, ports);
  const isReached = outcomes.some(({ kind }) => kind === 'sent');
  if (!isReached && outcomes.some(isWorthAnotherTry)) return;
  for (const { id, url, pause } of isReached ? [] : feeds)
    logger.warn('feed rests', { feed: id, url, reason: pause?.reason ?? '' });
  await store.feeds.markPausesTold(feeds.map(({ id }) => id));
}

/** An operator is known by an id of one platform; the others refuse it. */
async function tellAll(
  feeds: readonly Feed[],
  operators: readonly string[],
  { adapters, language }: JobPorts,
): Promise<SendOutcome[]> {
  const message = restingFeedsMessage(feeds, language);
  const outcomes: SendOutcome[] = [];
  for (const adapter of adapters) {
    for (const operator of operators) outcomes.push(await tell(operator, message, { adapter, feeds }));
  }
  return outcomes;
}

function tell(
  operator: string,
  message: Message,
  { adapter, feeds }: { adapter: ChatAdapter; feeds: readonly Feed[] },
): Promise<SendOutcome> {
  const pauses = feeds.map(({ id, pause }) => `${id}-${pause?.at ?? 0}`);
  return adapter.send(directChannel(adapter.platform, operator), message, {
    key: `feeds-rest-${pauses[0]}-${pauses.length}-${operator}`,
    triedSince: Math.min(...feeds.map(({ pause }) => pause?.at ?? 0)),
    posts: [],
    replyTo: null,
    onPosted: async () => {},
  });
}

function isWorthAnotherTry(outcome: SendOutcome): boolean {
  return outcome.kind === 'not-sent' && outcome.retryAfterMs !== null;
}
