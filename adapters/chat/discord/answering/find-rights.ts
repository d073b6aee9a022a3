import { Routes } from 'discord.js';
import { z } from 'zod';
import { TemporaryError } from '../../../../src/errors.ts';
import type { Rights } from '../../../../src/ports/chat-adapter.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { words } from '../words.ts';
import { memberPermissions } from './member-permissions.ts';
import { rightsOf } from './member-rights.ts';

const RETRY_MS = 10_000;

const bits = z.string().transform(BigInt);
const guildShape = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: bits })),
});
const channelShape = z.object({
  permission_overwrites: z.array(z.object({ id: z.string(), allow: bits, deny: bits })).optional(),
  parent_id: z.string().nullish(),
});

export interface Member {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly roleIds: readonly string[];
}

/** What somebody who said something may do there: messages, unlike commands, do not come with it. */
export async function findRights(
  { guildId, channelId, userId, roleIds }: Member,
  rest: DiscordRest,
): Promise<Rights> {
  try {
    const [guild, overwrites] = await Promise.all([
      rest.bot.get(Routes.guild(guildId)).then((answer) => guildShape.parse(answer)),
      overwritesOf(channelId, rest),
    ]);
    const permissionsByRole = new Map(guild.roles.map(({ id, permissions }) => [id, permissions]));
    const known = { id: guildId, ownerId: guild.owner_id, permissionsByRole };
    return rightsOf(memberPermissions({ userId, roleIds, guild: known, overwrites }));
  } catch (error) {
    throw new TemporaryError(words.rightsUnknown, RETRY_MS, { cause: error });
  }
}

/** A thread has those of the channel that it belongs to. */
async function overwritesOf(channelId: string, rest: DiscordRest) {
  const channel = channelShape.parse(await rest.bot.get(Routes.channel(channelId)));
  if (channel.permission_overwrites !== undefined) return channel.permission_overwrites;
  if (channel.parent_id == null) return [];
  const parent = channelShape.parse(await rest.bot.get(Routes.channel(channel.parent_id)));
  return parent.permission_overwrites ?? [];
}
