import { expect, it } from 'vitest';
import type { Source } from '../../src/domain/relationship.ts';
import { seedFeeds } from '../../src/jobs/seed-feeds.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { feedsInMemory, withFeeds } from './feeds-in-memory.ts';

const SOURCE: Source = {
  id: 'akorda',
  name: 'Akorda',
  side: 'KZ',
  country: 'KZ',
  languages: ['ru'],
  owner: 'government',
  sites: ['akorda.kz'],
  names: {},
  feeds: [
    { url: 'https://akorda.kz/rss', language: 'ru', certainty: 'code' },
    { url: 'https://akorda.kz/feed', language: 'kk', certainty: 'conventional' },
  ],
};

async function arrange(feeds: Source['feeds'] = SOURCE.feeds) {
  const stored = feedsInMemory();
  const store = withFeeds(await anEmptyStore(), stored);
  const clock = createFakeClock();
  const relationship = aRelationship({ sources: [{ ...SOURCE, feeds }] });
  const logger = createFakeLogger();
  return { stored, clock, logger, seed: () => seedFeeds({ store, clock, logger, relationship }) };
}

it('the feeds of the profile are known with what their source says of them', async () => {
  const { stored, seed } = await arrange();

  await seed();

  const [rss, feed] = await stored.all();
  expect(rss).toMatchObject({
    url: 'https://akorda.kz/rss',
    title: 'Akorda',
    side: 'KZ',
    sourceId: 'akorda',
  });
  expect(rss).toMatchObject({ language: 'ru', origin: 'profile', isConfirmed: true, pause: null });
  expect(feed).toMatchObject({ language: 'kk', isConfirmed: false });
});

it('are added once, and those that were removed stay away', async () => {
  const { stored, seed, logger } = await arrange();
  await seed();
  const [first, second] = await stored.all();
  if (first !== undefined) await stored.remove(first.id, 0);

  await seed();

  expect(await stored.all()).toEqual([second]);
  expect(logger.lines.map(({ facts }) => facts)).toEqual([{ feeds: 2 }]);
});

it('are first read within five minutes, but not all at once', async () => {
  const many = Array.from({ length: 100 }, (_, place) => ({
    url: `https://akorda.kz/rss/${place}`,
    language: 'ru' as const,
    certainty: 'code' as const,
  }));
  const { stored, seed, clock } = await arrange(many);

  await seed();

  const waits = (await stored.all()).map(({ state }) => state.nextCheckAt - clock.now());
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...waits)).toBeLessThan(5 * 60_000);
  expect(Map.groupBy(waits, (wait) => Math.floor(wait / 30_000)).size).toBe(10);
});
