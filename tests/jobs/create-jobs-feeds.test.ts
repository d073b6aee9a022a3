import { expect, it } from 'vitest';
import type { Feed } from '../../src/domain/feed.ts';
import type { Source } from '../../src/domain/relationship.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDueFeed, feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const MINUTE = 60_000;
const GONE: FetchOutcome = { kind: 'refused', reason: 'Gone.', retryAfterMs: null, isGone: true };
const UNCHANGED: FetchOutcome = { kind: 'unchanged', movedTo: null, freshForMs: null };

const SOURCE: Source = {
  id: 'dawn',
  name: 'Dawn',
  side: 'PK',
  country: 'PK',
  languages: ['en'],
  owner: 'private',
  sites: ['dawn.com'],
  names: {},
  feeds: [{ url: 'https://dawn.com/feed', language: 'en', certainty: 'live' }],
};

interface Choices {
  readonly feeds?: readonly Feed[];
  readonly sources?: readonly Source[];
  readonly get: (url: string) => Promise<FetchOutcome>;
}

/** Jobs that poll, and how often they looked for digests that are due. */
async function arrange({ feeds = [], sources = [], get }: Choices) {
  const stored = feedsInMemory(...feeds);
  const archive = await anEmptyStore();
  let digestBeats = 0;
  const awaited = async () => {
    digestBeats += 1;
    return [];
  };
  const store = withFeeds({ ...archive, subscriptions: { ...archive.subscriptions, awaited } }, stored);
  const adapter = createFakeChatAdapter();
  const relationship = aRelationship({ sources });
  const both = { store, clock: createFakeClock(), logger: createFakeLogger() };
  const digests = { ...both, relationship, adapters: [adapter], language: 'en', graceMs: 0 } as const;
  const jobs = createJobs(digests, {
    ...both,
    index: createProfileIndex(relationship),
    operators: ['aigerim'],
    fetcher: { get },
    readFeed: async () => ({ kind: 'refused', reason: 'not read here', offers: [] }),
    draftsOf: async () => ({ drafts: [], itemIdentity: 'guid', hasMore: false }),
  });
  return { ...both, jobs, stored, adapter, digestBeats: () => digestBeats };
}

it('feeds of the profile are added and read', async () => {
  const asked: string[] = [];
  const { jobs, clock } = await arrange({
    sources: [SOURCE],
    get: async (url) => {
      asked.push(url);
      return UNCHANGED;
    },
  });

  jobs.start();
  await clock.advanceBy(7 * MINUTE);
  await jobs.stop();

  expect(asked).toEqual(['https://dawn.com/feed']);
});

it('servers that do not answer hold up no digest', async () => {
  const feeds = Array.from({ length: 20 }, (_, place) => aDueFeed(`feed${place}`));
  const silent = new Promise<FetchOutcome>(() => {});
  const { jobs, clock, digestBeats } = await arrange({ feeds, get: () => silent });

  jobs.start();
  await clock.advanceBy(5 * MINUTE);

  expect(digestBeats()).toBe(5);
});

it('operators hear of a feed that is gone by the next beat', async () => {
  const { jobs, clock, adapter } = await arrange({ feeds: [aDueFeed('one')], get: async () => GONE });

  jobs.start();
  await clock.advanceBy(2 * MINUTE);
  await jobs.stop();

  expect(adapter.sent.map(({ channel }) => channel.id)).toEqual(['@aigerim']);
});

it('stopping waits for the checks that run, but not for ever', async () => {
  const answer = Promise.withResolvers<FetchOutcome>();
  const silent = new Promise<FetchOutcome>(() => {});
  const feeds = [aDueFeed('quick'), aDueFeed('silent')];
  const get = (url: string) => (url.includes('quick') ? answer.promise : silent);
  const { jobs, clock, stored } = await arrange({ feeds, get });
  jobs.start();
  await clock.advanceBy(MINUTE);

  const stopped = jobs.stop();
  answer.resolve(UNCHANGED);
  await new Promise((resolve) => setImmediate(resolve));
  await clock.advanceBy(5_000);
  await stopped;

  expect(stored.get('quick').state.lastSuccessAt).not.toBeNull();
});
