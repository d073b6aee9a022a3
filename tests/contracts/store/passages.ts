import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import type { Passage, PassageQuery, Store } from '../../../src/ports/store.ts';
import type { MakeDatabase } from '../store.ts';
import { FIRST_TEN, NOW, storeArticle, storeArticles, storeInTest } from './store-in-test.ts';

export function describePassages(makeDatabase: MakeDatabase): void {
  describe('passages', () => {
    describe('matching', () => describeMatching(makeDatabase));
    describe('ranking', () => describeRanking(makeDatabase));
    describe('hostile terms', () => describeHostileTerms(makeDatabase));
  });
}

function describeMatching(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('finds passages with all of the terms, or with any', async () => {
    const [articleId] = await storeArticles(store(), ['one']);
    await index(store(), articleId, ['flight lahor almati', 'flight trade', 'chess']);

    expect(await startsOf(store(), { terms: ['flight', 'lahor'], match: 'all' })).toEqual([0]);
    expect(await startsOf(store(), { terms: ['flight', 'lahor'], match: 'any' })).toEqual([0, 100]);
    expect(await startsOf(store(), { terms: ['flight', 'nowhere'], match: 'all' })).toEqual([]);
  });

  it('replaces the passages of an article', async () => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    await index(store(), one, ['flight', 'trade']);
    await index(store(), two, ['flight']);

    await index(store(), one, ['chess']);

    expect((await store().passages.search({ terms: ['flight'], match: 'all' }, FIRST_TEN)).total).toBe(1);
    expect(await startsOf(store(), { terms: ['chess'], match: 'all' })).toEqual([0]);
  });

  it('keeps letters apart that only a marked form tells apart', async () => {
    const [articleId] = await storeArticles(store(), ['one']);
    await index(store(), articleId, ['ғалым', 'галым', 'naïve']);

    expect(await startsOf(store(), { terms: ['ғалым'], match: 'all' })).toEqual([0]);
    expect(await startsOf(store(), { terms: ['naive'], match: 'all' })).toEqual([]);
  });

  it.each([
    ['at or after', { since: NOW }, [0, 100]],
    ['before', { until: NOW }, [200]],
    ['between two instants', { since: NOW - 1_000, until: NOW + 1 }, [0, 200]],
  ])('searches articles published %s', async (_, period, expected) => {
    const now = await storeArticle(store(), { url: 'https://example.org/now', publishedAt: NOW });
    const later = await storeArticle(store(), { url: 'https://example.org/later', publishedAt: NOW + 1 });
    const before = await storeArticle(store(), {
      url: 'https://example.org/before',
      publishedAt: NOW - 1_000,
    });
    const undated = await storeArticle(store(), { url: 'https://example.org/undated', publishedAt: null });
    for (const [start, id] of [now, later, before, undated].entries()) {
      await store().passages.index(id, [
        { articleId: id, start: start * 100, end: start * 100 + 50, terms: ['trade'] },
      ]);
    }

    const starts = await startsOf(store(), { terms: ['trade'], match: 'any', ...period });

    expect([...starts].sort((a, b) => a - b)).toEqual(expected);
  });

  it('follows a publication that becomes known later', async () => {
    const id = await storeArticle(store(), { publishedAt: null });
    await index(store(), id, ['trade']);

    await store().articles.setPublication(id, { at: NOW, certainty: 'inferred', reason: 'weekday' });

    expect(await startsOf(store(), { terms: ['trade'], match: 'any', since: NOW })).toEqual([0]);
  });
}

function describeRanking(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('ranks a passage with a rare term above one with a frequent term', async () => {
    const [articleId] = await storeArticles(store(), ['one']);
    const filler = Array.from({ length: 20 }, () => 'filler word');
    await index(store(), articleId, ['trade meet', 'chess meet', 'trade sun', 'trade sea', ...filler]);

    const { rows } = await store().passages.search({ terms: ['trade', 'chess'], match: 'any' }, FIRST_TEN);

    expect(rows[0]).toMatchObject({ articleId, start: 100, end: 150 });
    expect(rows[0]?.score).toBeGreaterThan(rows[1]?.score ?? Number.POSITIVE_INFINITY);
  });

  it('breaks ties by the newest, then by place, also across pages', async () => {
    const old = await storeArticle(store(), { url: 'https://example.org/old', publishedAt: NOW - 1_000 });
    const undated = await storeArticle(store(), { url: 'https://example.org/undated', publishedAt: null });
    const recent = await storeArticle(store(), { url: 'https://example.org/new', publishedAt: NOW });
    for (const id of [old, undated, recent]) await index(store(), id, ['trade', 'trade']);
    const query: PassageQuery = { terms: ['trade'], match: 'any' };

    const pages = await Promise.all(
      [0, 2, 4].map((offset) => store().passages.search(query, { limit: 2, offset })),
    );

    const hits = pages.flatMap(({ rows }) => rows.map(({ articleId, start }) => [articleId, start]));
    const expected = [recent, old, undated].flatMap((id) => [
      [id, 0],
      [id, 100],
    ]);
    expect(hits).toEqual(expected);
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6]);
  });

  it('still counts when the page lies beyond the end', async () => {
    const [articleId] = await storeArticles(store(), ['one']);
    await index(store(), articleId, ['trade']);

    const page = await store().passages.search({ terms: ['trade'], match: 'any' }, { limit: 5, offset: 50 });

    expect(page).toEqual({ rows: [], total: 1 });
  });
}

function describeHostileTerms(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const hostile = [
    '"',
    'a"b',
    'NEAR',
    'near(x',
    'tra*',
    '^trade',
    'terms:trade',
    '-',
    'OR',
    '{x}:y',
    "it's",
    '\\',
    '34th',
  ];

  it.each(hostile)('takes %j for a word', async (term) => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    await index(store(), one, [`before ${term} after`]);
    await index(store(), two, ['trade x y a b it s']);

    const { rows } = await store().passages.search({ terms: [term], match: 'all' }, FIRST_TEN);

    expect(rows.map(({ articleId }) => articleId)).toEqual([one]);
  });

  it.each([[[]], [['']], [[' ', '\u0000']]])('finds nothing for the blank terms %j', async (terms) => {
    const [articleId] = await storeArticles(store(), ['one']);
    await index(store(), articleId, ['trade']);

    expect(await store().passages.search({ terms, match: 'any' }, FIRST_TEN)).toEqual({ rows: [], total: 0 });
  });

  it('never fails on a term, whatever it is', async () => {
    const terms = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(terms, fc.constantFrom('all' as const, 'any' as const), async (words, match) => {
        const page = await store().passages.search({ terms: words, match }, FIRST_TEN);
        expect(page.rows).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
}

/** One passage a line of terms, starting at 0, 100, 200 … */
async function index(
  store: Store,
  articleId: ArticleId | undefined,
  lines: readonly string[],
): Promise<void> {
  if (!articleId) throw new Error('The article is stored first.');
  const passages = lines.map((line, position): Passage => {
    return { articleId, start: position * 100, end: position * 100 + 50, terms: line.split(' ') };
  });
  await store.passages.index(articleId, passages);
}

async function startsOf(store: Store, query: PassageQuery): Promise<readonly number[]> {
  const { rows } = await store.passages.search(query, FIRST_TEN);
  return rows.map(({ start }) => start);
}
