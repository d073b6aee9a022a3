import type { Message } from '../../../src/domain/message.ts';
import { actionLines } from '../../../src/messages/action-lines.ts';
import type { Inbox } from '../../../src/ports/chat-adapter.ts';
import { renderHome, renderMessage, type SlackPost } from './render.ts';

/** What a select option can carry, and so every button. */
const MOST_CHARACTERS = 75;

/** The message as posts, its buttons carrying what the bot sealed. */
export async function sealedPosts(
  message: Message,
  inbox: Pick<Inbox, 'seal'>,
): Promise<readonly SlackPost[]> {
  return renderMessage(message, await tokensOf(message, inbox));
}

/** The message as the bot's own page, its buttons carrying what the bot sealed. */
export async function sealedHome(message: Message, inbox: Pick<Inbox, 'seal'>) {
  return renderHome(message, await tokensOf(message, inbox));
}

/** A sentence of the adapter's own as a post. */
export function sentencePost(sentence: string): SlackPost {
  const said: Message = { blocks: [{ kind: 'paragraph', text: [{ kind: 'text', text: sentence }] }] };
  const [post] = renderMessage(said, () => '');
  return post ?? { text: sentence, blocks: [], files: [] };
}

async function tokensOf(message: Message, inbox: Pick<Inbox, 'seal'>): Promise<(line: string) => string> {
  const tokens = await inbox.seal(actionLines(message), MOST_CHARACTERS);
  return (line) => tokens.get(line) ?? '';
}
