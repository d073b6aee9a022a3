import type { Feed } from '../domain/feed.ts';
import type { Instant } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { OpmlRefusal } from '../ingest/feeds/opml-feed.ts';
import { type OpmlReading, readOpml } from '../ingest/feeds/read-opml.ts';
import type { FeedStore } from '../ports/feed-store.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import { feedOfList } from './feed-of-list.ts';

export interface ImportPorts {
  readonly fetcher: Fetcher;
  readonly store: { readonly feeds: Pick<FeedStore, 'find'> };
  readonly relationship: Relationship;
  readonly now: Instant;
}

export type ImportPlan =
  | {
      readonly kind: 'plan';
      /** Those that are not followed yet, in the order of the list. */
      readonly added: readonly Feed[];
      /** How many are followed already. */
      readonly known: number;
      readonly refusals: readonly OpmlRefusal[];
      /** How many feeds the list names beyond the most that are taken from one. */
      readonly leftOut: number;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a list of feeds at an address would add, without adding any of it. */
export async function planImport(url: string, ports: ImportPorts): Promise<ImportPlan> {
  const reading = await readList(url, ports.fetcher);
  if (reading.kind === 'refused') return reading;
  const added: Feed[] = [];
  for (const listed of reading.feeds) {
    if ((await ports.store.feeds.find(listed.url)) === null) added.push(feedOfList(listed, ports));
  }
  const { refusals, leftOut } = reading;
  return { kind: 'plan', added, known: reading.feeds.length - added.length, refusals, leftOut };
}

async function readList(url: string, fetcher: Fetcher): Promise<OpmlReading> {
  const outcome = await fetcher.get(url);
  if (outcome.kind === 'unchanged') return { kind: 'refused', reason: 'the server sent nothing' };
  return outcome.kind === 'refused' ? outcome : readOpml(outcome);
}
