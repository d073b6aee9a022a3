import type { Clock } from '../../../../src/ports/clock.ts';
import { backOffMs, pause } from './pause.ts';
import { createSocketClient, type SocketClient, type SocketClientOptions } from './socket-client.ts';

export interface SocketOptions extends SocketClientOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** One more is open, or one less; while one takes another's place, both are. */
  readonly onChange: (isOpen: boolean) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

export interface KeptSocket {
  /** How the first attempt ended: null when the socket opened, else Slack's word or what went wrong. */
  readonly firstProblem: Promise<string | null>;
  /** Resolves when it is closed for good. */
  readonly ended: Promise<void>;
}

/** A socket that lasted less counts as a failure, so that one that is closed at once is not reopened without end. */
const SHORT_LIFE_MS = 2_000;
/** How long one that will be closed still listens for what is on its way. */
const GRACE_MS = 1_000;

/**
 * One socket to Slack, opened again whenever it ends, for ever; when Slack announces that it will close it, the next is
 * opened before. The SDK's own reconnecting is off: it waits as long as its ping timeout, and after a long outage it
 * rejects where nobody listens and gives up.
 */
export function keepSocket(options: SocketOptions): KeptSocket {
  const first = Promise.withResolvers<string | null>();
  return { firstProblem: first.promise, ended: keep(options, first.resolve) };
}

async function keep(options: SocketOptions, onTried: (problem: string | null) => void): Promise<void> {
  const { clock, logger, signal } = options;
  const retiring = new Set<Promise<void>>();
  for (let failures = 0; !signal.aborted; await pause(backOffMs(failures), signal)) {
    const client = createSocketClient(options);
    const problem = await client.open(signal);
    onTried(problem);
    const openedAt = clock.now();
    if (problem === null) await used(client, options, retiring);
    const isShort = problem !== null || clock.now() - openedAt < SHORT_LIFE_MS;
    failures = isShort ? failures + 1 : 0;
    if (failures === 1 && !signal.aborted) logger.warn('slack socket lost', { problem });
  }
  await Promise.all(retiring);
}

/** Resolves when another is needed. */
async function used(
  client: SocketClient,
  options: SocketOptions,
  retiring: Set<Promise<void>>,
): Promise<void> {
  const ended = client.ended(options.signal);
  options.onChange(true);
  await Promise.race([ended, client.announced]);
  const retirement = retire(client, ended, options).finally(() => retiring.delete(retirement));
  retiring.add(retirement);
}

async function retire(client: SocketClient, ended: Promise<void>, options: SocketOptions): Promise<void> {
  const { onChange, signal } = options;
  await Promise.race([ended, pause(GRACE_MS, signal)]);
  onChange(false);
  await client.close();
}
