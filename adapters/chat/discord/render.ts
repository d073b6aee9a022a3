import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Message } from '../../../src/domain/message.ts';
import { componentsOf } from './components.ts';
import type { Row } from './components-layout.ts';
import { renderBlock } from './render-block.ts';
import { renderText } from './render-text.ts';
import { renderWords } from './render-words.ts';
import { splitPosts } from './split-posts.ts';

export interface DiscordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One message of Discord. Whoever sends it says that it is made of display components and that it mentions nobody. */
export interface DiscordPost {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Shown by components, which name them. */
  readonly files: readonly DiscordFile[];
}

/**
 * A message as the posts that show it, at least one, in their order. `tokenOf` gives what a button carries for the line
 * that it runs, at most 98 characters. Behind `s:` it is in a post that is the whole message, behind `p:` in one of several.
 */
export function renderMessage(message: Message, tokenOf: (line: string) => string): readonly DiscordPost[] {
  const found = splitPosts(message.blocks.flatMap(renderBlock));
  const posts = found.length === 0 ? splitPosts([renderText(renderWords.nothing)]) : found;
  const scope = posts.length === 1 ? 's' : 'p';
  return posts.map((rows) => ({
    components: componentsOf(rows, { tokenOf, scope }),
    files: rows.flatMap(filesOf),
  }));
}

function filesOf(row: Row): readonly DiscordFile[] {
  return row.kind === 'gallery' ? row.pictures.map(({ name, bytes }) => ({ name, bytes })) : [];
}
