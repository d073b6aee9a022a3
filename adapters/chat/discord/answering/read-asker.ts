import { z } from 'zod';
import { directChannel } from '../../../../src/domain/subscription.ts';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { PLATFORM } from '../sending/find-channel.ts';
import { DIRECT_RIGHTS, rightsOf } from './member-rights.ts';

const user = z.object({ id: z.string() });

/** What every interaction says of whoever it comes from. */
export const askerShape = z.object({
  guild_id: z.string().optional(),
  channel_id: z.string().optional(),
  locale: z.string().optional(),
  member: z.object({ user, permissions: z.string().regex(/^\d+$/).transform(BigInt) }).optional(),
  user: user.optional(),
});

export type Asker = Omit<IncomingCommand, 'input'>;

/** Null when Discord does not say who asks. Outside of servers people are answered as in their direct messages. */
export function readAsker(facts: z.infer<typeof askerShape>): Asker | null {
  const userId = (facts.member?.user ?? facts.user)?.id;
  if (userId === undefined) return null;
  const { guild_id: workspaceId = null, channel_id: channelId } = facts;
  const isDirect = workspaceId === null || channelId === undefined;
  const rights = isDirect ? DIRECT_RIGHTS : rightsOf(facts.member?.permissions ?? 0n);
  return {
    channel: isDirect ? directChannel(PLATFORM, userId) : { platform: PLATFORM, id: channelId },
    workspaceId,
    userId,
    rights: async () => rights,
    facts: async () => ({ zone: null, locale: facts.locale ?? null }),
  };
}
