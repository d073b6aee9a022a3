import { MessageType } from 'discord.js';
import { z } from 'zod';
import { directChannel } from '../../../../src/domain/subscription.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { PLATFORM } from '../sending/find-channel.ts';
import { findRights } from './find-rights.ts';
import { DIRECT_RIGHTS } from './member-rights.ts';
import type { Asker } from './read-asker.ts';

/** What a person said to the bot. */
export interface Said {
  readonly messageId: string;
  /** Where it is answered: for direct messages the id of that channel, too. */
  readonly channelId: string;
  /** Without the mention. */
  readonly words: string;
  readonly asker: Asker;
}

const messageShape = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.union([z.literal(MessageType.Default), z.literal(MessageType.Reply)]),
  content: z.string().min(1),
  webhook_id: z.undefined().optional(),
  author: z.object({ id: z.string(), bot: z.literal(false).optional() }),
  member: z.object({ roles: z.array(z.string()) }).optional(),
});

/** Null unless a person speaks to the bot. In a channel that is who writes its name, not who answers below a post of it. */
export function readSaid(payload: unknown, botId: string, rest: DiscordRest): Said | null {
  const read = messageShape.safeParse(payload);
  if (!read.success) return null;
  const { id, channel_id: channelId, guild_id: workspaceId = null, author, content, member } = read.data;
  const mention = new RegExp(`<@!?${botId}>`, 'g');
  if (author.id === botId || (workspaceId !== null && !mention.test(content))) return null;
  const words = content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
  const facts = async () => ({ zone: null, locale: null });
  const who = { workspaceId, userId: author.id, facts };
  if (workspaceId === null) {
    const channel = directChannel(PLATFORM, author.id);
    return { messageId: id, channelId, words, asker: { ...who, channel, rights: async () => DIRECT_RIGHTS } };
  }
  const place = { guildId: workspaceId, channelId, userId: author.id, roleIds: member?.roles ?? [] };
  const channel = { platform: PLATFORM, id: channelId };
  return {
    messageId: id,
    channelId,
    words,
    asker: { ...who, channel, rights: () => findRights(place, rest) },
  };
}
