import type { types } from '@slack/bolt';
import type { ImageFile } from '../../../src/domain/message.ts';
import { blocksWeight } from './blocks-weight.ts';
import { LIMITS } from './limits.ts';

/** A picture with what it shows in words. */
export interface DescribedImage extends ImageFile {
  readonly alt: string;
}

/** Blocks that stay in one post, with the pictures that belong there. */
export interface Piece {
  readonly blocks: readonly types.KnownBlock[];
  readonly files: readonly DescribedImage[];
  /** It is the heading of what follows. */
  readonly isHeading: boolean;
}

export function pieceOf(...blocks: readonly types.KnownBlock[]): Piece {
  return { blocks, files: [], isHeading: false };
}

/** The pieces in order, as few posts as that takes. A heading is not the last of a post that another one follows. */
export function splitPosts(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const posts: Piece[][] = [];
  for (const piece of pieces) {
    const open = posts.at(-1);
    if (open === undefined) posts.push([piece]);
    else if (fitsPost([...open, piece])) open.push(piece);
    else posts.push([...takeHeadings(open, piece), piece]);
  }
  return posts;
}

function fitsPost(pieces: readonly Piece[]): boolean {
  const { post } = LIMITS;
  const blocks = pieces.flatMap((piece) => piece.blocks);
  const tables = blocks.filter(({ type }) => type === 'table');
  const weight = blocksWeight(blocks) + blocks.length * post.blockWeight;
  return blocks.length <= post.blocks && tables.length <= post.tables && weight <= post.weight;
}

/** Takes the headings off the end of a post, unless they and the next piece are too much for one post. */
function takeHeadings(post: Piece[], next: Piece): readonly Piece[] {
  const count = post.length - 1 - post.findLastIndex(({ isHeading }) => !isHeading);
  const headings = post.slice(post.length - count);
  return fitsPost([...headings, next]) ? post.splice(post.length - count, count) : [];
}
