import type { Message } from '../../../../src/domain/message.ts';
import type { Inbox, IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { sealedPosts, sentencePost } from '../sealed-posts.ts';
import { words } from '../words.ts';
import type { ReplyPlace } from './reply-place.ts';

export interface AnswerParts {
  readonly inbox: Inbox;
  readonly logger: Logger;
}

/** Has a command answered and shows the answer; a note first where it takes long. What fails is said, and logged. */
export async function answerPerson(
  command: IncomingCommand,
  place: ReplyPlace,
  { inbox, logger }: AnswerParts,
): Promise<void> {
  let noted = Promise.resolve();

  async function showNote(note: Message): Promise<void> {
    const [post] = await sealedPosts(note, inbox);
    if (post !== undefined) await place.note(post);
  }

  try {
    const answer = await inbox.answer(command, (note) => {
      noted = showNote(note).catch((error: unknown) => logger.error('slack note failed', error));
    });
    const posts = await sealedPosts(answer, inbox);
    await noted;
    await place.show(posts);
  } catch (error) {
    const id = crypto.randomUUID().slice(0, 8);
    logger.error('slack answer failed', error, { id });
    await noted;
    await place.say(sentencePost(words.failed(id)));
  }
}
