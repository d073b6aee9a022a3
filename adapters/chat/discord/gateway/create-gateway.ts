import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError, Events, GatewayCloseCodes, GatewayDispatchEvents } from 'discord.js';
import type { Instant } from '../../../../src/domain/identity.ts';
import type { AdapterHealth } from '../../../../src/ports/chat-adapter.ts';
import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import { type DiscordAccount, tokenRefused } from '../account.ts';
import type { Patience } from '../patience.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { readFailure } from '../rest/read-failure.ts';
import { createClient, type GatewayClient, type Shard } from './create-client.ts';
import { gatewayHealth } from './gateway-health.ts';

const LONGEST_PAUSE_MS = 60_000;

export interface GatewayParts extends Pick<PlatformParts, 'clock' | 'logger'> {
  readonly account: DiscordAccount;
  readonly shard: Shard;
  readonly rest: DiscordRest;
  readonly patience: Patience;
  /** As they arrive, in Discord's words; `botId` is the bot's own user. */
  onInteraction(payload: unknown): void;
  onMessage(payload: unknown, botId: string): void;
}

export type GatewayState = Pick<AdapterHealth, 'state' | 'since' | 'detail'>;

export interface Gateway {
  /** Resolves when it is connected, or when that takes longer: it goes on trying. `ConfigError` for a wrong token. */
  open(): Promise<void>;
  close(): Promise<void>;
  health(): GatewayState;
}

/** The connection through which Discord tells what people do. Once it was there, the library keeps it up. */
export function createGateway(parts: GatewayParts): Gateway {
  const { account, rest, patience, clock, logger } = parts;
  let current: GatewayClient | null = null;
  let ending = new AbortController();
  let fatalCode: number | null = null;
  let problem: string | null = null;
  let shown: { state: AdapterHealth['state']; since: Instant } = { state: 'down', since: clock.now() };

  /** Also notes when the state changes, so that `since` is right. */
  function look(): GatewayState {
    const statuses = current?.client.ws.shards.map(({ status }) => status) ?? [];
    const { state, detail } = gatewayHealth({ isOpen: current !== null, statuses, fatalCode, problem });
    if (state !== shown.state) {
      shown = { state, since: clock.now() };
      logger.info('discord gateway', { shard: parts.shard.id, state, detail });
    }
    return { ...shown, detail };
  }

  async function keepLoggingIn(first: PromiseWithResolvers<void>): Promise<void> {
    const { signal } = ending;
    for (
      let delayMs = patience.reconnectMs;
      !signal.aborted;
      delayMs = Math.min(2 * delayMs, LONGEST_PAUSE_MS)
    ) {
      const client = listenTo(createClient(rest.options, parts.shard), first);
      current = client;
      const error = await client.client.login(account.token).then(
        () => null,
        (reason: unknown) => reason ?? 'unknown',
      );
      if (error === null || signal.aborted) return;
      await client.close();
      if (isRefusal(error)) return refuse(GatewayCloseCodes.AuthenticationFailed, first);
      problem = readFailure(error).reason;
      look();
      first.resolve();
      await pause(delayMs, undefined, { signal }).catch(() => {});
    }
  }

  /** Discord wants to hear nothing more of this bot until somebody mends it. */
  function refuse(code: number, first: PromiseWithResolvers<void>): void {
    fatalCode = code;
    look();
    if (code === GatewayCloseCodes.AuthenticationFailed) first.reject(tokenRefused());
    else first.resolve();
  }

  function listenTo(gateway: GatewayClient, first: PromiseWithResolvers<void>): GatewayClient {
    const { client } = gateway;
    const goOn = (why: string | null) => {
      problem = why;
      look();
      first.resolve();
    };
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload) => parts.onInteraction(payload));
    client.ws.on(GatewayDispatchEvents.MessageCreate, (payload) => {
      if (client.user !== null) parts.onMessage(payload, client.user.id);
    });
    client.on(Events.ShardReady, () => goOn(null));
    client.on(Events.ShardResume, () => void setImmediate(goOn, null));
    client.on(Events.ShardReconnecting, () => goOn(problem));
    client.on(Events.ShardError, ({ message }) => goOn(message));
    client.on(Events.ShardDisconnect, ({ code }) => refuse(code, first));
    client.on(Events.Error, (error) => logger.error('discord client failed', error));
    return gateway;
  }

  return {
    async open() {
      const first = Promise.withResolvers<void>();
      ending = new AbortController();
      fatalCode = null;
      problem = null;
      const timer = setTimeout(first.resolve, patience.startMs);
      keepLoggingIn(first).catch((error: unknown) => {
        logger.error('discord gateway failed', error);
        first.reject(error);
      });
      await first.promise.finally(() => clearTimeout(timer));
    },
    async close() {
      ending.abort();
      const open = current;
      current = null;
      await open?.close();
      look();
    },
    health: look,
  };
}

function isRefusal(error: unknown): boolean {
  const isUnauthorised = error instanceof DiscordAPIError && error.status === 401;
  return isUnauthorised || (error instanceof Error && 'code' in error && error.code === 'TokenInvalid');
}
