import { type IShardingStrategy, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';

/** The library's `WebSocketManager` of sockets; discord.js gives that name to another class. */
type SocketManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Shorter than the library's half minute and minute, because until then a socket cannot be closed. */
const GREETING_TIMEOUT_MS = 5_000;

export interface StoppableStrategy {
  /** For the library's option `ws.buildStrategy`. */
  build(manager: SocketManager): IShardingStrategy;
  /** From now on no attempt to connect begins. */
  end(): void;
  /** A socket is being connected, or waits to be in use after that. */
  isConnecting(): Promise<boolean>;
}

/**
 * The library's way of connecting, so that it can be ended. By itself it cannot: between two attempts it connects again
 * after having been destroyed.
 */
export function createStoppableStrategy(): StoppableStrategy {
  let isEnded = false;
  let current: SocketManager | null = null;
  return {
    build(manager) {
      current = manager;
      makeEndable(manager, () => isEnded);
      return withoutRejection(new SimpleShardingStrategy(manager));
    },
    end() {
      isEnded = true;
    },
    async isConnecting() {
      const statuses = (await current?.fetchStatus()) ?? new Map<number, WebSocketShardStatus>();
      return [...statuses.values()].includes(WebSocketShardStatus.Connecting);
    },
  };
}

/** The session is asked for at the beginning of every attempt to connect: an attempt that waits for ever is none. */
function makeEndable({ options }: SocketManager, isEnded: () => boolean): void {
  const { retrieveSessionInfo } = options;
  options.handshakeTimeout = GREETING_TIMEOUT_MS;
  options.helloTimeout = GREETING_TIMEOUT_MS;
  options.retrieveSessionInfo = (shard) => (isEnded() ? new Promise(() => {}) : retrieveSessionInfo(shard));
}

/** A first attempt that fails is tried again by the library, but would make the client destroy itself meanwhile. */
function withoutRejection(strategy: SimpleShardingStrategy): SimpleShardingStrategy {
  const connect = strategy.connect.bind(strategy);
  return Object.assign(strategy, { connect: () => connect().catch(() => {}) });
}
