import { beforeEach, describe, expect, it } from 'vitest';
import { exportArchive } from '../../src/answers/export-archive.ts';
import type { Store } from '../../src/ports/store.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { anOffice, aPerson, aRelationship, aTenure } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';

const relationship = aRelationship({
  offices: [anOffice()],
  people: [
    aPerson({ mistakes: ['Attleeu'], tenures: [aTenure({ from: '2023-04', to: '2025-09-26' })] }),
    aPerson({ id: 'dar', side: 'PK', name: 'Ishaq Dar' }),
  ],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('exportArchive', () => {
  it('gives an article with its story, origin, relevance and text', async () => {
    const article = await storeArticle(store, {});
    await store.stories.replace([aStory({ articleIds: [article.id] })], []);

    const { articles } = await exportArchive(store, relationship);

    expect(articles).toEqual([
      {
        id: article.id,
        url: 'https://example.org/airport-opens',
        title: 'Airport opens in Almaty',
        source: 'astana-times',
        language: 'en',
        publishedAt: '2026-02-04T09:00:00.000Z',
        publishedCertainty: 'stated',
        isRelevant: true,
        storyId: 's-0000000000000001',
        originId: 'o-1',
        text: article.text,
      },
    ]);
  });

  it('cuts dates to their precision and quotes the slice that every evidence names', async () => {
    const article = await storeArticle(store, {});
    const evidence = [
      { articleId: article.id, start: 30, end: 54 },
      { articleId: article.id, start: 0, end: 29 },
    ];
    const month = { fromDay: '2025-09-01', toDay: '2025-09-30', precision: 'month' as const };
    const steps = [{ status: 'signed' as const, onDay: '2026-01-01', precision: 'year' as const, evidence }];
    await store.ledger.replace(
      { events: [anEvent({ ...month, evidence })], agreements: [anAgreement({ steps })] },
      [],
    );

    const { events, agreements } = await exportArchive(store, relationship);

    expect(events[0]).toMatchObject({
      from: '2025-09',
      to: '2025-09',
      precision: 'month',
      place: 'islamabad',
    });
    expect(agreements[0]?.steps[0]).toMatchObject({ status: 'signed', on: '2026', precision: 'year' });
    const texts = ['The airport opened on Monday.', 'Guests came from Lahore.'];
    expect(events[0]?.evidence.map(({ text }) => text)).toEqual(texts);
    expect(agreements[0]?.steps[0]?.evidence.map(({ text }) => text)).toEqual(texts);
  });

  it('sorts everything by id, however much there is', async () => {
    for (let n = 0; n < 12; n += 1) await storeArticle(store, { url: `https://example.org/${n}` });
    const ids = Array.from({ length: 520 }, (_, n) => `e-${String((n * 7919) % 520).padStart(4, '0')}`);
    await store.ledger.replace({ events: ids.map((id) => anEvent({ id })), agreements: [] }, []);

    const archive = await exportArchive(store, relationship);

    const sorted = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
    expect(archive.events.map(({ id }) => id)).toEqual(sorted(archive.events));
    expect(archive.events).toHaveLength(520);
    expect(archive.articles.map(({ id }) => id)).toEqual(sorted(archive.articles));
    expect(archive.people.map(({ id }) => id)).toEqual(['dar', 'nurtleu']);
  });

  it('gives people with every spelling and their dated offices, and the lists to come as empty', async () => {
    const { people, commitments, quotations, figures, differences } = await exportArchive(
      store,
      relationship,
    );

    expect(people.find(({ id }) => id === 'nurtleu')).toEqual({
      id: 'nurtleu',
      name: 'Murat Nurtleu',
      spellings: ['Murat Nurtleu', 'Attleeu'],
      offices: [{ title: 'Foreign Minister', side: 'KZ', from: '2023-04', to: '2025-09-26' }],
    });
    expect([commitments, quotations, figures, differences]).toEqual([[], [], [], []]);
  });
});
