import type { Message } from '../../../src/domain/message.ts';
import { actionLines } from '../../../src/messages/action-lines.ts';
import type { Inbox } from '../../../src/ports/chat-adapter.ts';
import { type DiscordPost, renderMessage } from './render.ts';

/** A button carries 100 characters, two of which say whether its message is one post. */
const MOST_SEALED = 98;

/** The posts that show a message; its buttons carry their lines sealed. */
export async function postsOf(message: Message, inbox: Pick<Inbox, 'seal'>): Promise<readonly DiscordPost[]> {
  const sealed = await inbox.seal(actionLines(message), MOST_SEALED);
  return renderMessage(message, (line) => sealed.get(line) ?? '');
}
