import type { Channel } from '../../src/domain/subscription.ts';
import { createRandom, type Random } from '../benchmarks/random.ts';
import { slackSettings } from '../fixtures/a-running-bot.ts';
import { aDiscord } from '../fixtures/discord/a-discord.ts';
import { posting } from '../fixtures/discord/faults.ts';
import { aSlack } from '../fixtures/slack/a-slack.ts';
import { addConversation } from '../fixtures/slack/slack-world.ts';
import type { MovingClock } from './moving-clock.ts';

/** How often a post meets what. */
const SHARES = { limited: 0.05, broken: 0.04, cut: 0.02, lost: 0.04 };

type Trouble = keyof typeof SHARES;

/** One post as it stands in a channel. Posts with the same mark are the same part of the same delivery. */
export interface StandingPost {
  readonly channel: Channel;
  /** The platform's own. */
  readonly id: string;
  readonly mark: string;
}

export interface Platforms {
  readonly channels: readonly Channel[];
  readonly settings: Readonly<Record<string, string>>;
  /** In the order in which they came. */
  posts(): readonly StandingPost[];
  /** Calls back at every request to post, before it is answered. */
  onPosting: () => void;
  close(): Promise<void>;
}

export interface PlatformPlan {
  readonly channelsEach: number;
  readonly seed: number;
  /** Some posts are refused, cut off or not answered. */
  readonly isTroubled: boolean;
}

/** Slack and Discord in one process, by the time of the simulated world. */
export async function openPlatforms(
  clock: MovingClock,
  { channelsEach, seed, isTroubled }: PlatformPlan,
): Promise<Platforms> {
  const random = createRandom(seed);
  const onPosting = () => {
    platforms.onPosting();
    return isTroubled ? troubleOf(random) : null;
  };
  const slack = await openSlack(clock, channelsEach, onPosting);
  const discord = await openDiscord(clock, channelsEach, onPosting);
  const platforms: Platforms = {
    channels: [...slack.channels, ...discord.channels],
    settings: { ...slack.settings, ...discord.settings },
    posts: () => [...slack.posts(), ...discord.posts()],
    onPosting: () => {},
    async close() {
      await slack.close();
      await discord.close();
    },
  };
  return platforms;
}

type Platform = Omit<Platforms, 'onPosting'>;

/** Says what a request to post meets. */
type OnPosting = () => Trouble | null;

async function openSlack(clock: MovingClock, count: number, onPosting: OnPosting): Promise<Platform> {
  const slack = await aSlack({
    clock: { ...clock, wait: () => Promise.resolve(), everyMinute: () => () => {} },
  });
  const ids = Array.from({ length: count }, (_, place) => `CX${String(place).padStart(4, '0')}`);
  for (const id of ids) addConversation(slack.workspace(), { id });
  slack.server.faults.rule(({ method }) => {
    if (method !== 'chat.postMessage') return null;
    switch (onPosting()) {
      case 'limited':
        return { kind: 'limit', retryAfterSeconds: 1 };
      case 'broken':
        return { kind: 'status', status: 503 };
      case 'cut':
        return { kind: 'cut' };
      case 'lost':
        return { kind: 'accepted-then-cut' };
      case null:
        return null;
    }
  });
  return {
    channels: ids.map((id) => ({ platform: 'slack', id: `T1/${id}` })),
    settings: slackSettings(slack.server.url, slack.workspace().token),
    posts: () =>
      slack.world.messages.map(({ workspaceId, conversationId, ts, metadata }) => ({
        channel: { platform: 'slack', id: `${workspaceId}/${conversationId}` },
        id: ts,
        mark: `${metadata?.event_payload['delivery_id']} ${metadata?.event_payload['part']}`,
      })),
    close: slack.dispose,
  };
}

async function openDiscord(clock: MovingClock, count: number, onPosting: OnPosting): Promise<Platform> {
  const discord = await aDiscord();
  const { world, faults, board } = discord.server;
  const ids = Array.from({ length: count }, () => world.addChannel(discord.guild.id).id);
  const { token, applicationId, apiUrl } = discord.account;
  let trouble: Trouble | null = null;
  const meets = (kind: Trouble) => () => trouble === kind;
  const always = Number.POSITIVE_INFINITY;
  // The library waits by this machine's time: about as long as a second of the simulated world.
  faults.add({ kind: 'limited', retryAfterMs: 20 }, meets('limited'), always);
  faults.add({ kind: 'status', status: 503 }, meets('broken'), always);
  faults.add({ kind: 'cut' }, meets('cut'), always);
  faults.add({ kind: 'done-then-cut' }, meets('lost'), always);
  // Looked at first: it lets Discord's own clock catch up, and decides what the request meets.
  const decide: Parameters<typeof faults.add>[1] = (request) => {
    world.letPass(clock.now() - world.now());
    trouble = posting()(request) ? onPosting() : null;
    return false;
  };
  faults.add({ kind: 'cut' }, decide, always);
  return {
    channels: ids.map((id) => ({ platform: 'discord', id })),
    settings: { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl },
    posts: () =>
      board.all().map(({ channelId, id, components }) => ({
        channel: { platform: 'discord', id: channelId },
        id,
        mark: String((components[0] as { readonly id?: number } | undefined)?.id),
      })),
    close: discord.dispose,
  };
}

function troubleOf(random: Random): Trouble | null {
  let chance = random.next();
  for (const trouble of Object.keys(SHARES) as Trouble[]) {
    if (chance < SHARES[trouble]) return trouble;
    chance -= SHARES[trouble];
  }
  return null;
}
