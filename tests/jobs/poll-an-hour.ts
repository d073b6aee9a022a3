import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createHostQueue } from '../../adapters/fetch/host-queue.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import type { Fetcher, FetchOutcome } from '../../src/ports/fetcher.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { aDueFeed, feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const HOUR_MS = 3_600_000;
const PAUSE_MS = 2_000;
const NS_PER_MS = 1e6;

interface SeenRequest {
  readonly url: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Hour {
  readonly feeds: readonly Feed[];
  readonly articles: number;
  readonly requestsByHost: ReadonlyMap<string, readonly SeenRequest[]>;
  readonly longestBlockMs: number;
  readonly heapGrowthMiB: number;
}

/** Polls feeds on hosts that take their time through an hour of a clock that is told to go on. */
export async function pollAnHour({ feeds: count, hosts }: { feeds: number; hosts: number }): Promise<Hour> {
  const clock = createFakeClock();
  const { fetcher, seen } = slowServers(clock);
  const stored = feedsInMemory(...feedsOn(hosts, count, clock.now()));
  const archive = await anEmptyStore();
  const store = withFeeds(archive, stored);
  const logger = createFakeLogger();
  const relationship = aRelationship();
  const jobs = createJobs(
    { store, clock, logger, relationship, adapters: [], language: 'en', graceMs: 0 },
    {
      ...{ store, clock, logger, fetcher, operators: [] },
      index: createProfileIndex(relationship),
      readFeed: async () => ({ kind: 'feed', feed: EMPTY_FEED }),
      draftsOf: async (_document, feed) => ({
        drafts: [draftOf(feed)],
        itemIdentity: 'guid',
        hasMore: false,
      }),
    },
  );
  const heapBefore = process.memoryUsage().heapUsed;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  jobs.start();
  await clock.advanceBy(HOUR_MS);
  delays.disable();
  const hour: Hour = {
    feeds: await stored.all(),
    articles: await archive.articles.count(),
    requestsByHost: Map.groupBy(seen, ({ url }) => new URL(url).host),
    longestBlockMs: delays.max / NS_PER_MS,
    heapGrowthMiB: (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20,
  };
  return hour;
}

const EMPTY_FEED = {
  format: 'rss',
  title: null,
  link: null,
  id: null,
  language: null,
  checkEveryMs: null,
  published: null,
  updated: null,
  items: [],
} as const;

function feedsOn(hosts: number, count: number, now: number): Feed[] {
  return Array.from({ length: count }, (_, place) =>
    aDueFeed(`feed${place}`, {
      url: `https://host${place % hosts}.example/${place}`,
      state: { ...aDueFeed('any').state, nextCheckAt: now + (place % 300) * 1_000 },
    }),
  );
}

function draftOf({ id, state }: Feed) {
  const url = `https://articles.example/${id}/${state.articles}`;
  return aDraft({ url, title: `Report ${url}`, text: `This is report ${state.articles} of ${id}.` });
}

/** Each takes from 0.2 to 3 seconds to answer; the queue of the real fetcher keeps the peace between requests. */
function slowServers(clock: FakeClock): { fetcher: Fetcher; seen: SeenRequest[] } {
  const seen: SeenRequest[] = [];
  const queue = createHostQueue(clock, PAUSE_MS);
  const answer = async (url: string): Promise<FetchOutcome> => {
    const startedAt = clock.now();
    await clock.wait(200 + ((url.length * 977) % 2_800));
    seen.push({ url, startedAt, endedAt: clock.now() });
    const validators = { etag: null, lastModified: null };
    const bytes = new Uint8Array();
    return { kind: 'fetched', url, bytes, contentType: null, validators, movedTo: null, freshForMs: null };
  };
  return { fetcher: { get: (url) => queue.inTurn(new URL(url).host, () => answer(url)) }, seen };
}
