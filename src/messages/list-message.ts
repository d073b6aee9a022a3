import type { Inlines, Message } from '../domain/message.ts';
import { bullets, heading } from './blocks.ts';
import { type Place, pageEnd } from './paging.ts';
import type { Reader } from './reader.ts';

export interface Listing {
  readonly heading: string;
  readonly items: readonly Inlines[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** One page of a list under its heading. */
export function listMessage(listing: Listing, place: Place, reader: Reader): Message {
  const items = listing.items.length === 0 ? [] : [bullets(listing.items)];
  return { blocks: [heading(listing.heading), ...items, ...pageEnd(listing.total, place, reader)] };
}
