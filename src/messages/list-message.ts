import type { Entry, Message } from '../domain/message.ts';
import { entries, heading } from './blocks.ts';
import { type Place, pageEnd } from './paging.ts';
import type { Reader } from './reader.ts';

export interface Listing {
  readonly heading: string;
  readonly entries: readonly Entry[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** One page of a list under its heading. */
export function listMessage(listing: Listing, place: Place, reader: Reader): Message {
  const shown = listing.entries.length === 0 ? [] : [entries(listing.entries)];
  return { blocks: [heading(listing.heading), ...shown, ...pageEnd(listing.total, place, reader)] };
}
