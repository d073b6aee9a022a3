import { type App, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { clientOptions } from '../web-api/call-slack.ts';
import { sdkLogger } from '../web-api/sdk-logger.ts';
import { backOffMs, pause } from './pause.ts';

export interface SocketOptions {
  readonly app: App;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
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

type Client = SocketModeReceiver['client'];

/** From the first call to Slack's greeting. */
const OPENING_MS = 20_000;
const PONG_TIMEOUT_MS = 15_000;
const WATCH_EVERY_MS = 1_000;
/** A socket that lasted less counts as a failure, so that one that is closed at once is not reopened without end. */
const SHORT_LIFE_MS = 2_000;
const CLOSING_MS = 1_000;

/**
 * One socket to Slack, opened again whenever it ends, for ever. The SDK's own reconnecting is off: it waits as long as its
 * ping timeout, and after a long outage it rejects where nobody listens and gives up.
 */
export function keepSocket(options: SocketOptions): KeptSocket {
  const first = Promise.withResolvers<string | null>();
  return { firstProblem: first.promise, ended: keep(options, first.resolve) };
}

async function keep(options: SocketOptions, onTried: (problem: string | null) => void): Promise<void> {
  const { clock, logger, signal } = options;
  for (let failures = 0; !signal.aborted; await pause(backOffMs(failures), signal)) {
    const client = createClient(options);
    const problem = await open(client, signal);
    onTried(problem);
    if (problem === null) {
      const openedAt = clock.now();
      options.onChange(true);
      await untilEnd(client, signal);
      options.onChange(false);
      failures = clock.now() - openedAt < SHORT_LIFE_MS ? failures + 1 : 0;
    } else failures += 1;
    if (failures === 1 && !signal.aborted) logger.warn('slack socket lost', { problem });
    const closing = close(client);
    if (signal.aborted) await closing;
  }
}

/** A new one each time, with objects of its own: the SDK writes into them. */
function createClient({ app, appToken, apiUrl, logger }: SocketOptions): Client {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLogger(logger),
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_TIMEOUT_MS,
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  receiver.init(app);
  return receiver.client;
}

async function open(client: Client, signal: AbortSignal): Promise<string | null> {
  const waiting = new AbortController();
  const opening = client.start().then(() => null, problemOf);
  const late = pause(OPENING_MS, AbortSignal.any([signal, waiting.signal])).then(() => 'no greeting came');
  const problem = await Promise.race([opening, late]);
  waiting.abort();
  if (problem !== null) void opening.then(() => close(client));
  return problem;
}

function problemOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : 'the socket was closed';
}

/** Resolves as soon as the socket is not open, also where the SDK still waits for the other end to agree. */
function untilEnd(client: Client, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const isOver = () => signal.aborted || client.websocket?.isActive() !== true;
    const watch = setInterval(() => isOver() && end(), WATCH_EVERY_MS);
    const end = () => {
      clearInterval(watch);
      signal.removeEventListener('abort', end);
      resolve();
    };
    client.once('disconnected', end);
    client.on('ws_message', () => isOver() && end());
    signal.addEventListener('abort', end);
    if (isOver()) end();
  });
}

/** A peer that does not answer is not waited for. */
async function close(client: Client): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([client.disconnect(), pause(CLOSING_MS, waiting.signal)]);
  waiting.abort();
}
