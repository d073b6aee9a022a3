import type { Message } from '../../../../src/domain/message.ts';
import type { Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { ownPosts } from '../own-posts.ts';
import { postsOf } from '../posts-of.ts';
import type { DiscordPost } from '../render.ts';
import { words } from '../words.ts';

export interface AskPorts {
  readonly inbox: Inbox;
  readonly logger: Logger;
}

/**
 * The answer as posts. Whatever fails, there is one: the person who asked is looking at "thinking …". The posts of the
 * note, if there is one, are handed over before.
 */
export async function askInbox(
  command: IncomingCommand,
  onNote: ((posts: readonly DiscordPost[]) => void) | null,
  { inbox, logger }: AskPorts,
): Promise<readonly DiscordPost[]> {
  try {
    let notes: Promise<void> = Promise.resolve();
    const showNote = async (note: Message) => onNote?.(await postsOf(note, inbox));
    const message = await inbox.answer(command, (note) => {
      notes = showNote(note).catch((error) => logger.error('discord note failed', error));
    });
    await notes;
    return await postsOf(message, inbox);
  } catch (error) {
    const id = crypto.randomUUID().slice(0, 8);
    logger.error('discord answer failed', error, { id, channel: command.channel.id });
    return ownPosts(words.failed(id));
  }
}
