import type { types } from '@slack/bolt';
import type { Message } from '../../../src/domain/message.ts';
import { blocksWeight } from './blocks-weight.ts';
import { LIMITS } from './limits.ts';
import type { ActionRules } from './render-actions.ts';
import { renderBlock, type Surface } from './render-block.ts';
import { renderFallback } from './render-fallback.ts';
import { plain } from './render-inlines.ts';
import { richText, section } from './render-text.ts';
import { words } from './render-words.ts';
import { type DescribedImage, type Piece, pieceOf, splitPosts } from './split-posts.ts';

type TokenOf = ActionRules['tokenOf'];

/** The body of one `chat.postMessage` or answer to a `response_url`. */
export interface SlackPost {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
  /** To be uploaded beside it. */
  readonly files: readonly DescribedImage[];
}

/** A message as posts in order, each within Slack's limits; at least one. */
export function renderMessage(message: Message, tokenOf: TokenOf): readonly SlackPost[] {
  const solo = postsOf(message, tokenOf, 'solo');
  return solo.length === 1 ? solo : postsOf(message, tokenOf, 'part');
}

/** A message as the one page that the Home tab is; it ends before what does not fit, and says so. */
export function renderHome(message: Message, tokenOf: TokenOf): readonly types.KnownBlock[] {
  const pieces = piecesOf(message, { tokenOf, scope: 'part', hasTables: false });
  if (fitsHome(pieces)) return blocksOf(pieces);
  const end = pieces.findIndex((_, place) => !fitsHome([...pieces.slice(0, place + 1), said(words.more)]));
  return blocksOf([...pieces.slice(0, end), said(words.more)]);
}

function postsOf(message: Message, tokenOf: TokenOf, scope: ActionRules['scope']): readonly SlackPost[] {
  return splitPosts(piecesOf(message, { tokenOf, scope, hasTables: true })).map((post) => {
    const blocks = blocksOf(post);
    return { text: renderFallback(blocks), blocks, files: post.flatMap(({ files }) => files) };
  });
}

function piecesOf({ blocks }: Message, surface: Surface): readonly Piece[] {
  const pieces = blocks.flatMap((block, place) => renderBlock(block, place, surface));
  return pieces.length === 0 ? [said(words.nothing)] : pieces;
}

function blocksOf(pieces: readonly Piece[]): readonly types.KnownBlock[] {
  return pieces.flatMap(({ blocks }) => blocks);
}

function fitsHome(pieces: readonly Piece[]): boolean {
  const blocks = blocksOf(pieces);
  return blocks.length <= LIMITS.home.blocks && blocksWeight(blocks) <= LIMITS.home.weight;
}

function said(sentence: string): Piece {
  return pieceOf(richText(section([plain(sentence)])));
}
