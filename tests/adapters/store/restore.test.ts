import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { restoreArchive } from '../../../src/jobs/restore-archive.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { MakeDatabase } from '../../contracts/store.ts';
import { anAgreement, anEvent } from '../../fixtures/a-ledger-entry.ts';
import { storeStory } from '../../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import { postgresDatabases } from '../../fixtures/postgres-databases.ts';
import { sqliteDatabase } from '../../fixtures/sqlite-database.ts';
import { folderInTest } from './folder-in-test.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const FIRST_TEN = { limit: 10, offset: 0 };

const postgres = postgresDatabases();
afterAll(() => postgres.stop());
const makes: Readonly<Record<string, MakeDatabase>> = { sqlite: sqliteDatabase, postgres: postgres.make };
const pairs = Object.keys(makes).flatMap((from) => Object.keys(makes).map((to) => [from, to] as const));

async function opened(engine: string): Promise<Store> {
  const database = await makes[engine]?.();
  if (database === undefined) throw new Error(`There is no engine ${engine}.`);
  onTestFinished(() => database.drop());
  const store = await database.open();
  await store.migrate();
  return store;
}

/** Something of every kind. */
async function fill(store: Store): Promise<void> {
  await storeStory(store, 'airport', [
    { title: 'Ұшақ', text: 'Әуежай ашылды бүгін таңертең. Guests came.', language: 'kk', publishedAt: NOW },
    { publishedAt: NOW - 1_000 },
  ]);
  await store.ledger.replace({ events: [anEvent()], agreements: [anAgreement()] }, []);
  await store.subscriptions.add(aSubscription(), NOW + 5);
  const edition = await store.editions.claim(dueEdition(aSubscription().id, NOW), NOW, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  await store.editions.compose(edition, aComposed(aMessage(), ['article:1']), aSubscription().channel);
  await store.keepsakes.secret('seal');
  await store.mutes.add(aSubscription().channel, { kind: 'topic', id: 'sport' }, NOW);
}

async function contentOf(store: Store) {
  return {
    articles: await store.articles.list(null, 10),
    stories: await store.stories.latest({}, FIRST_TEN),
    events: await store.ledger.events({}, FIRST_TEN),
    agreements: await store.ledger.agreements({}, FIRST_TEN),
    subscriptions: await store.subscriptions.awaited(NOW + 5, 10),
    editions: await store.editions.ofSubscription(aSubscription().id, 10),
    told: [...(await store.editions.told([aSubscription().id], ['article:1']))],
    secret: await store.keepsakes.secret('seal'),
    mutes: await store.mutes.ofChannel(aSubscription().channel),
  };
}

describe('a copy', () => {
  it.each(pairs)('of %s is restored into %s, whole and ready to be searched', async (from, to) => {
    const copy = join(await folderInTest(), 'copy.db');
    const [source, target] = [await opened(from), await opened(to)];
    await fill(source);
    await source.backup(copy);

    const articles = await restoreArchive(copy, false, target);

    expect(articles).toBe(2);
    expect(await contentOf(target)).toEqual(await contentOf(source));
    const found = await target.passages.search({ terms: ['guest'], match: 'all' }, FIRST_TEN);
    expect(found.total).toBeGreaterThan(0);
  });

  it.each(Object.keys(makes))('never takes the place of something stored in %s unasked', async (engine) => {
    const copy = join(await folderInTest(), 'copy.db');
    const [source, target] = [await opened('sqlite'), await opened(engine)];
    await fill(source);
    await source.backup(copy);
    await storeStory(target, 'bridge', [{ publishedAt: NOW }]);

    const refused = restoreArchive(copy, false, target);
    await expect(refused).rejects.toThrow('--replace');
    await restoreArchive(copy, true, target);

    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it('that is missing, or that no Dragoman wrote, changes nothing', async () => {
    const store = await opened('sqlite');
    await fill(store);
    const before = await contentOf(store);

    const missing = restoreArchive('/no/such/copy.db', true, store);
    await expect(missing).rejects.toThrow(UserError);
    const foreign = restoreArchive(join(import.meta.dirname, 'restore.test.ts'), true, store);
    await expect(foreign).rejects.toThrow(UserError);

    expect(await contentOf(store)).toEqual(before);
  });
});
