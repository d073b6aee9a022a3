import type { Message } from '../domain/message.ts';
import { homeMessage } from '../messages/home-message.ts';
import { wordsIn } from '../messages/words-in.ts';
import type { IncomingCommand } from '../ports/chat-adapter.ts';
import type { AnswerPorts } from './answer-command.ts';
import { explainFailure } from './explain-failure.ts';
import { readerOf } from './reader-of.ts';

/** What a person finds on the bot's own page: their settings, the digests they set up, what they can ask. */
export async function homePage(person: Omit<IncomingCommand, 'input'>, ports: AnswerPorts): Promise<Message> {
  const { platform } = person.channel;
  try {
    const reader = { ...(await readerOf(person, ports)), relationship: ports.relationship };
    const subscriptions = await ports.store.subscriptions.createdBy(platform, person.userId);
    return homeMessage({ subscriptions, commands: ports.commands }, { ...reader, userId: person.userId });
  } catch (error) {
    const words = wordsIn(ports.language).chat;
    return explainFailure(error, { platform, page: 'home' }, { logger: ports.logger, words });
  }
}
