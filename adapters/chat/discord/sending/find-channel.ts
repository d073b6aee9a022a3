import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Channel } from '../../../../src/domain/subscription.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { readFailure, type Unsent, unsent } from '../rest/read-failure.ts';

export const PLATFORM = 'discord';

const opened = z.object({ id: z.string() });

type Found = { readonly kind: 'found'; readonly id: string } | Unsent;

/** The id under which Discord knows a channel; the direct messages of a person have to be opened first. */
export async function findChannel({ platform, id }: Channel, rest: DiscordRest): Promise<Found> {
  if (platform !== PLATFORM) return { kind: 'closed', reason: 'channel-gone' };
  if (!id.startsWith('@')) return { kind: 'found', id };
  try {
    const answer = await rest.bot.post(Routes.userChannels(), { body: { recipient_id: id.slice(1) } });
    return { kind: 'found', id: opened.parse(answer).id };
  } catch (error) {
    return unsent(readFailure(error));
  }
}
