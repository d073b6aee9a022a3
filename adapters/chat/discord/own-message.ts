import type { Message } from '../../../src/domain/message.ts';
import { paragraph } from '../../../src/messages/blocks.ts';
import { type DiscordPost, renderMessage } from './render.ts';

/** A sentence of the adapter itself, as a message. */
export function ownMessage(sentence: string): Message {
  return { blocks: [paragraph(sentence)] };
}

/** It has no buttons, so it is always one post. */
export function ownPosts(sentence: string): readonly DiscordPost[] {
  return renderMessage(ownMessage(sentence), () => '');
}
