import type { Message } from '../../../src/domain/message.ts';
import type { Channel } from '../../../src/domain/subscription.ts';
import { ConfigError } from '../../../src/errors.ts';
import type { ChatAdapter, Dispatch, Inbox, SendOutcome } from '../../../src/ports/chat-adapter.ts';
import type { PlatformParts } from '../../../src/ports/chat-platform.ts';
import type { DiscordAccount } from './account.ts';
import { answerInteraction } from './answering/answer-interaction.ts';
import { answerSaid } from './answering/answer-said.ts';
import { readInteraction } from './answering/read-interaction.ts';
import { readSaid } from './answering/read-said.ts';
import { createShards } from './gateway/create-shards.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { postsOf } from './posts-of.ts';
import { publishCommands } from './registration/publish-commands.ts';
import { checkAccount } from './rest/check-account.ts';
import { openRest } from './rest/open-rest.ts';
import { createRefusalCount } from './rest/refusal-count.ts';
import { createChannelQueue } from './sending/channel-queue.ts';
import { findChannel, PLATFORM } from './sending/find-channel.ts';
import { sendPosts } from './sending/send-posts.ts';
import { createUnderWay } from './under-way.ts';
import { words } from './words.ts';

export interface DiscordOptions
  extends Pick<PlatformParts, 'rootCommand' | 'clock' | 'logger' | 'leases' | 'processId'> {
  readonly account: DiscordAccount;
  /** How many there are, over all processes. */
  readonly shards: number;
  readonly patience?: Partial<Patience>;
}

const NOT_OPEN: SendOutcome = Object.freeze({
  kind: 'not-sent',
  reason: words.notStarted,
  retryAfterMs: 60_000,
});

/** The bot on Discord: events come through the gateway, everything else goes through requests of our own. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { account, rootCommand, clock, logger, leases, processId } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const refusals = createRefusalCount(patience.mostRefused, clock);
  const rest = openRest({ account, patience, refusals });
  const queue = createChannelQueue();
  const underWay = createUnderWay();
  let open: Inbox | null = null;

  const gateway = createShards({
    ...{ account, rest, patience, clock, logger, leases, processId, shardCount: options.shards },
    onInteraction(payload) {
      const interaction = readInteraction(payload);
      if (interaction === null) logger.warn('discord interaction not understood');
      else work(answerInteraction, interaction);
    },
    onMessage(payload, botId) {
      const said = readSaid(payload, botId, rest);
      if (said !== null) work(answerSaid, said);
    },
  });

  type WorkPorts = Parameters<typeof answerInteraction>[1] & Parameters<typeof answerSaid>[1];

  /** Whatever fails in there ends up in the log, and nowhere else. */
  function work<What>(answer: (what: What, ports: WorkPorts) => Promise<void>, what: What): void {
    if (open === null) return;
    const done = answer(what, { inbox: open, account, rest, patience, clock, logger });
    underWay.add(done.catch((error) => logger.error('discord event failed', error)));
  }

  async function sendIn(channel: Channel, message: Message, dispatch: Dispatch): Promise<SendOutcome> {
    if (open === null) return NOT_OPEN;
    const posts = await postsOf(message, open);
    const found = await findChannel(channel, rest);
    if (found.kind !== 'found') return found;
    return sendPosts({ channelId: found.id, posts, dispatch }, { rest, clock });
  }

  return {
    platform: PLATFORM,
    capabilities: { canEdit: true, hasTypedOptions: true },
    async start(inbox) {
      await checkAccount(account, rest).catch((error: unknown) => {
        if (error instanceof ConfigError) throw error;
        logger.warn('discord not reached', {
          reason: error instanceof Error ? error.message : String(error),
        });
      });
      open = inbox;
      await gateway.open().catch(async (error: unknown) => {
        open = null;
        await gateway.close();
        throw error;
      });
    },
    async stop() {
      const wasOpen = open;
      open = null;
      await underWay.settle(wasOpen === null ? 0 : patience.stopMs);
      await gateway.close();
      rest.close();
    },
    async publishCommands(commands) {
      try {
        const wanted = { commands, rootCommand, applicationId: account.applicationId, serverId: null };
        const { added, changed, removed } = await publishCommands(wanted, rest.patient);
        logger.info('discord commands published', {
          ...{ added: added.length, changed: changed.length, removed: removed.length },
        });
      } catch (error) {
        logger.error('discord commands not published', error);
      }
    },
    send(channel, message, dispatch) {
      const sent = queue.run(channel.id, () => sendIn(channel, message, dispatch));
      underWay.add(sent);
      return sent;
    },
    health() {
      const { state, since, detail } = gateway.health();
      const isSilenced = state === 'connected' && refusals.pauseMs() !== null;
      return isSilenced
        ? { platform: PLATFORM, state: 'degraded', since, detail: words.refusedTooOften }
        : { platform: PLATFORM, state, since, detail };
    },
  };
}
