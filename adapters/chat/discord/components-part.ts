import type { Action } from '../../../src/domain/message.ts';

/** Something that stands whole in one post. */
export type Part =
  | TextPart
  | EntryPart
  /** At most five. */
  | { readonly kind: 'buttons'; readonly actions: readonly Action[] }
  | MenuPart
  | PicturePart
  | { readonly kind: 'divider' };

export interface TextPart {
  readonly kind: 'text';
  readonly markdown: string;
  readonly isHeading: boolean;
  /** An empty line sets it apart from the text before it; within a list none does. */
  readonly opensBlock: boolean;
}

export interface EntryPart {
  readonly kind: 'entry';
  readonly markdown: string;
  /** What a menu calls it. */
  readonly name: string;
  /** Stands beside the text. */
  readonly button: Action;
  /** Wait in a menu. */
  readonly further: readonly Action[];
}

/** At most as many options as a menu holds. */
export interface MenuPart {
  readonly kind: 'menu';
  readonly placeholder: string;
  readonly options: readonly Action[];
}

export interface PicturePart {
  readonly kind: 'picture';
  readonly name: string;
  /** Empty when nothing is said about it. */
  readonly alt: string;
  readonly bytes: Uint8Array;
}
