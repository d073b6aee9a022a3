import { PermissionFlagsBits as Flag } from 'discord.js';
import type { Rights } from '../../../../src/ports/chat-adapter.ts';

/** In direct messages with the bot everybody manages their own channel. */
export const DIRECT_RIGHTS: Rights = Object.freeze({
  managesChannel: true,
  managesWorkspace: false,
  isOperator: false,
});

/** What Discord's permissions of a member in a channel allow; who is an operator, the bot's settings say. */
export function rightsOf(permissions: bigint): Rights {
  const has = (...flags: readonly bigint[]) => flags.some((flag) => (permissions & flag) !== 0n);
  return {
    managesChannel: has(Flag.ManageChannels, Flag.ManageGuild, Flag.Administrator),
    managesWorkspace: has(Flag.ManageGuild, Flag.Administrator),
    isOperator: false,
  };
}
