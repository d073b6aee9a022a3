import { draftsOfFeed } from '../ingest/feeds/drafts-of-feed.ts';
import type { FeedReading } from '../ingest/feeds/feed-reading.ts';
import { type FeedPage, readFeedDocument } from '../ingest/feeds/read-feed-document.ts';
import type { Threads } from '../ports/threads.ts';
import type { PollingPorts } from './create-jobs.ts';
import type { SeedPorts } from './seed-feeds.ts';

const READER = new URL('../ingest/feeds/read-feed-document.ts', import.meta.url);
/** Larger feeds would hold up an answer noticeably. */
const MOST_BYTES_HERE = 256 * 1024;
const READING_DEADLINE_MS = 60_000;

type Given = Omit<PollingPorts, 'readFeed' | 'draftsOf'> & SeedPorts & { readonly threads: Threads };

/** Polling with the reader of feeds; large ones are read in another thread. */
export function pollingPorts({ threads, ...given }: Given): PollingPorts {
  const { store, clock, fetcher, relationship } = given;
  return {
    ...given,
    readFeed: (page) => readFeed(page, threads),
    draftsOf: (document, feed) =>
      draftsOfFeed(document, feed, {
        fetcher,
        sources: relationship.sources,
        knownItems: (id, keys) => store.feeds.knownItems(id, keys),
        now: clock.now(),
      }),
  };
}

/** A feed on which the other thread gives up is refused like any that cannot be read. */
async function readFeed(page: FeedPage, threads: Threads): Promise<FeedReading> {
  if (page.bytes.byteLength <= MOST_BYTES_HERE) return readFeedDocument(page);
  const { bytes, contentType, url } = page;
  const input: FeedPage = { bytes, contentType, url };
  try {
    return (await threads.call(READER, 'readFeedDocument', input, READING_DEADLINE_MS)) as FeedReading;
  } catch (error) {
    const reason = `cannot be read as a feed: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: 'refused', reason, offers: [] };
  }
}
