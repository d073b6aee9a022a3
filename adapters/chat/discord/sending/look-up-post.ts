import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Instant } from '../../../../src/domain/identity.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { snowflakeAt } from './post-key.ts';

/** Clocks differ, and the first attempt may have waited. */
const MARGIN_MS = 60_000;
const PAGE_SIZE = 100;
/** More than that is not said in a channel while a delivery is tried. */
const MOST_PAGES = 20;

const ownUser = z.object({ id: z.string() });
const history = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

export interface LostPost {
  readonly channelId: string;
  /** The id of its first component. */
  readonly marker: number;
  /** When it was first tried. */
  readonly triedSince: Instant;
}

/**
 * The id of a post whose answer was lost; null when the channel's history does not show it. Without the permission to
 * read the history Discord shows none of it, and the post is made again: rather twice than never.
 */
export async function lookUpPost(
  { channelId, marker, triedSince }: LostPost,
  rest: DiscordRest,
): Promise<string | null> {
  const own = ownUser.parse(await rest.bot.get(Routes.user()));
  let after = snowflakeAt(triedSince - MARGIN_MS);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: String(PAGE_SIZE) });
    const messages = history.parse(await rest.bot.get(Routes.channelMessages(channelId), { query }));
    const found = messages.find(
      ({ author, components }) => author.id === own.id && components[0]?.id === marker,
    );
    if (found !== undefined) return found.id;
    if (messages.length < PAGE_SIZE) return null;
    after = messages.map(({ id }) => id).reduce(newer);
  }
  return null;
}

function newer(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}
