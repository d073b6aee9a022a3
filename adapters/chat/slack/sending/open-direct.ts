import { z } from 'zod';
import type { Called, CallSlack } from '../web-api/call-slack.ts';

const openedSchema = z
  .object({ channel: z.object({ id: z.string() }) })
  .transform(({ channel }) => channel.id);

/** The conversation of the bot with one person. */
export function openDirect(token: string, userId: string, callSlack: CallSlack): Promise<Called<string>> {
  return callSlack({ token, method: 'conversations.open', fields: { users: userId }, schema: openedSchema });
}
