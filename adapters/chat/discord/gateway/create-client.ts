import { Client, Events, GatewayIntentBits, Options, type RESTOptions, Status } from 'discord.js';
import { createStoppableStrategy } from './stoppable-strategy.ts';

/** Messages in channels and direct messages; without a privileged intent they carry their text where the bot is meant. */
const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Everything that our events could fill. Nothing is ever looked up there, so nothing is kept. */
const NO_CACHES = {
  ...{ ApplicationCommandManager: 0, ApplicationEmojiManager: 0, AutoModerationRuleManager: 0 },
  ...{ BaseGuildEmojiManager: 0, DMMessageManager: 0, EntitlementManager: 0, GuildBanManager: 0 },
  ...{ GuildEmojiManager: 0, GuildForumThreadManager: 0, GuildInviteManager: 0, GuildMemberManager: 0 },
  ...{ GuildMessageManager: 0, GuildScheduledEventManager: 0, GuildStickerManager: 0 },
  ...{ GuildTextThreadManager: 0, MessageManager: 0, PresenceManager: 0, ReactionManager: 0 },
  ...{ ReactionUserManager: 0, StageInstanceManager: 0, ThreadManager: 0, ThreadMemberManager: 0 },
  ...{ UserManager: 0, VoiceStateManager: 0 },
};

const LOOK_MS = 25;

export interface GatewayClient {
  readonly client: Client;
  /** Ends its connections and every attempt at another. */
  close(): Promise<void>;
}

/** One of the connections over which Discord spreads the servers of a bot. */
export interface Shard {
  /** From 0 on. */
  readonly id: number;
  readonly count: number;
}

const ONLY_SHARD: Shard = Object.freeze({ id: 0, count: 1 });

export function createClient(rest: Partial<RESTOptions>, shard: Shard = ONLY_SHARD): GatewayClient {
  const strategy = createStoppableStrategy();
  const client = new Client({
    intents: INTENTS,
    shards: [shard.id],
    shardCount: shard.count,
    rest,
    makeCache: Options.cacheWithLimits(NO_CACHES),
    sweepers: {},
    allowedMentions: { parse: [] },
    enforceNonce: true,
    ws: { buildStrategy: (manager) => strategy.build(manager) },
  });
  // Without this listener, whatever another listener throws would end the process.
  client.on(Events.Error, () => {});
  /** The socket is not open yet. Closed now, it would end the process with an error that nobody hears. */
  async function isBetween(): Promise<boolean> {
    const isUngreeted = client.ws.shards.some(({ status }) => status === Status.Connecting);
    return isUngreeted && (await strategy.isConnecting());
  }

  return {
    client,
    async close() {
      strategy.end();
      while (await isBetween()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      await client.destroy();
    },
  };
}
