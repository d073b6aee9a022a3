import { type App, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from '../../../../src/ports/logger.ts';
import { clientOptions } from '../web-api/call-slack.ts';
import { sdkLogger } from '../web-api/sdk-logger.ts';
import { pause } from './pause.ts';

export interface SocketClientOptions {
  readonly app: App;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
}

/** One connection, from its opening to its end. It is not used again. */
export interface SocketClient {
  /** Null when it opened, else Slack's word or what went wrong. */
  open(signal: AbortSignal): Promise<string | null>;
  /** Resolves when Slack announces that it will close it; it goes on listening. */
  readonly announced: Promise<void>;
  /** Resolves as soon as it is not open, also where the SDK still waits for the other end to agree. */
  ended(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

type Client = SocketModeReceiver['client'];

/** From the first call to Slack's greeting. */
const OPENING_MS = 20_000;
const PONG_TIMEOUT_MS = 15_000;
const WATCH_EVERY_MS = 1_000;
const CLOSING_MS = 1_000;

/** With objects of its own, because the SDK writes into those that it is given. */
export function createSocketClient({ app, appToken, apiUrl, logger }: SocketClientOptions): SocketClient {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLogger(logger),
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_TIMEOUT_MS,
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  receiver.init(app);
  const { client } = receiver;
  return {
    open: (signal) => open(client, signal),
    announced: announcement(client),
    ended: (signal) => untilEnd(client, signal),
    close: () => close(client),
  };
}

/** The SDK would close at once, and lose what is on its way; so it does not hear of it. */
function announcement(client: Client): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const [listener] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (message: unknown, isBinary: unknown) => {
    if (isAnnouncement(message)) resolve();
    else listener?.call(client, message, isBinary);
  });
  return promise;
}

function isAnnouncement(message: unknown): boolean {
  return typeof message === 'string' && /^\{[^{}]*"type"\s*:\s*"disconnect"/.test(message);
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
