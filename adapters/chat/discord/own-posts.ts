import { paragraph } from '../../../src/messages/blocks.ts';
import { type DiscordPost, renderMessage } from './render.ts';

/** A sentence of the adapter itself. It has no buttons, so nothing has to be sealed. */
export function ownPosts(sentence: string): readonly DiscordPost[] {
  return renderMessage({ blocks: [paragraph(sentence)] }, () => '');
}
