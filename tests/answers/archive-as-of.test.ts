import { describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { archiveAsOf } from '../../src/answers/archive-as-of.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Store } from '../../src/ports/store.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aStory } from '../fixtures/a-story.ts';
import { aDraft } from '../fixtures/an-article.ts';

const FIRST_TEN = { limit: 10, offset: 0 };
const EVE = Date.parse('2026-02-02T12:00:00Z');
const AFTER = Date.parse('2026-02-05T12:00:00Z');

describe('the archive as of a time', () => {
  it('neither lists nor cites what was published later', async () => {
    const { store, announced, reported } = await anArchive();

    const then = archiveAsOf(store, { now: () => EVE });
    const [story] = (await then.stories.latest({}, FIRST_TEN)).rows;
    const articles = await then.articles.getMany([announced, reported]);

    expect(story?.articleIds).toEqual([announced]);
    expect(story?.title).toBe('Visit announced');
    expect(articles.map(({ id }) => id)).toEqual([announced]);
    expect((await then.passages.search({ terms: ['talks'], match: 'all' }, FIRST_TEN)).total).toBe(0);
  });

  it('tells a happening still to come as announced, and an agreement without its later steps', async () => {
    const { store } = await anArchive();

    const then = archiveAsOf(store, { now: () => EVE });

    expect((await then.ledger.events({}, FIRST_TEN)).rows.map(({ status }) => status)).toEqual(['announced']);
    expect((await then.ledger.agreements({}, FIRST_TEN)).rows.map(({ status }) => status)).toEqual([
      'ready-to-sign',
    ]);
  });

  it('counts only what was known, and looks for a status as it was', async () => {
    const { store } = await anArchive();

    const before = archiveAsOf(store, { now: () => Date.parse('2020-01-01T00:00:00Z') });
    const eve = archiveAsOf(store, { now: () => EVE });

    expect(await before.ledger.events({}, FIRST_TEN)).toEqual({ rows: [], total: 0 });
    expect(await before.ledger.agreements({}, FIRST_TEN)).toEqual({ rows: [], total: 0 });
    expect((await eve.ledger.agreements({ status: 'signed' }, FIRST_TEN)).total).toBe(0);
    expect((await eve.ledger.agreements({ status: 'ready-to-sign' }, FIRST_TEN)).total).toBe(1);
  });

  it('is the archive itself once the clock has passed all of it', async () => {
    const { store, announced, reported } = await anArchive();

    const now = archiveAsOf(store, { now: () => AFTER });
    const [story] = (await now.stories.latest({}, FIRST_TEN)).rows;

    expect(story?.articleIds).toEqual([announced, reported]);
    expect((await now.ledger.events({}, FIRST_TEN)).rows.map(({ status }) => status)).toEqual(['held']);
    expect((await now.ledger.agreements({}, FIRST_TEN)).rows.map(({ status }) => status)).toEqual(['signed']);
    expect((await now.passages.search({ terms: ['talks'], match: 'all' }, FIRST_TEN)).total).toBe(1);
  });
});

async function anArchive(): Promise<{ store: Store; announced: ArticleId; reported: ArticleId }> {
  const store = await openStore('file::memory:');
  await store.migrate();
  const announced = await save(store, 'Visit announced', '2026-02-01T09:00:00Z');
  const reported = await save(store, 'Talks held', '2026-02-04T15:00:00Z');
  const slice = (articleId: ArticleId) => ({ articleId, start: 0, end: 4 });
  await store.passages.index(reported, [{ ...slice(reported), terms: ['talks'] }]);
  await store.stories.replace(
    [
      aStory({
        id: 's-visit',
        title: 'Talks held',
        articleIds: [announced, reported],
        firstPublishedAt: Date.parse('2026-02-01T09:00:00Z'),
        lastPublishedAt: Date.parse('2026-02-04T15:00:00Z'),
      }),
    ],
    [],
  );
  const event = anEvent({
    id: 'visit',
    fromDay: '2026-02-03',
    toDay: '2026-02-04',
    status: 'held',
    evidence: [slice(announced), slice(reported)],
  });
  const agreement = anAgreement({
    status: 'signed',
    steps: [
      { status: 'ready-to-sign', onDay: '2026-02-01', precision: 'day', evidence: [slice(announced)] },
      { status: 'signed', onDay: '2026-02-04', precision: 'day', evidence: [slice(reported)] },
    ],
  });
  await store.ledger.replace({ events: [event], agreements: [agreement] }, []);
  return { store, announced, reported };
}

async function save(store: Store, title: string, at: string): Promise<ArticleId> {
  const draft = aDraft({
    title,
    url: `https://news.example/${encodeURIComponent(title)}`,
    publication: { at: Date.parse(at), certainty: 'stated', reason: 'front matter' },
  });
  return (await store.articles.save(draft, EVE)).article.id;
}
