import { beforeEach, describe, expect, it } from 'vitest';
import { indexTerms } from '../../src/language/index-terms.ts';
import type { Store } from '../../src/ports/store.ts';
import { type FoundPassages, searchPassages } from '../../src/search/search-passages.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';

const PAGE = { limit: 10, offset: 0 };

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('searchPassages', () => {
  it('gives passages with all the words, word for word', async () => {
    await anArticleOf('https://example.org/1', ['Transit trade grew.', 'Sharif spoke of ports.']);
    await anArticleOf('https://example.org/2', ['Trade fell.']);

    const found = await searchPassages('transit trade', PAGE, store);

    expect(found.match).toBe('all');
    expect(texts(found)).toEqual(['Transit trade grew.']);
  });

  it('falls back to passages with some of the words and says so', async () => {
    await anArticleOf('https://example.org/1', ['Trade fell.', 'Guests came.']);

    const found = await searchPassages('uranium trade', PAGE, store);

    expect(found.match).toBe('any');
    expect(texts(found)).toEqual(['Trade fell.']);
  });

  it('shows at most two passages of one article, in reading order', async () => {
    await anArticleOf('https://example.org/1', ['Trade grew.', 'Trade fell.', 'Trade again.']);
    await anArticleOf('https://example.org/2', ['Trade elsewhere.']);

    const found = await searchPassages('trade', PAGE, store);

    expect(found.total).toBe(3);
    const sizes = found.groups.map(({ passages }) => passages.length);
    expect(sizes.toSorted()).toEqual([1, 2]);
    for (const { passages } of found.groups) {
      expect(passages.map(({ start }) => start)).toEqual(
        passages.map(({ start }) => start).toSorted((a, b) => a - b),
      );
    }
  });

  it('gives every passage once over all pages', async () => {
    for (let n = 0; n < 7; n += 1) await anArticleOf(`https://example.org/${n}`, [`Trade ${n} grew.`]);

    const pages = await Promise.all(
      [0, 3, 6].map((offset) => searchPassages('trade', { limit: 3, offset }, store)),
    );

    expect(new Set(pages.flatMap(texts)).size).toBe(7);
    expect(pages.map((page) => texts(page).length)).toEqual([3, 3, 1]);
  });

  it('tells a query without words from one that finds nothing', async () => {
    expect(await searchPassages('the of', PAGE, store)).toEqual({ match: 'none', groups: [], total: 0 });
    expect(await searchPassages('uranium', PAGE, store)).toEqual({ match: 'any', groups: [], total: 0 });
  });
});

async function anArticleOf(url: string, sentences: readonly string[]): Promise<void> {
  const article = await storeArticle(store, { url, text: sentences.join(' ') });
  const passages = sentences.map((sentence) => {
    const start = article.text.indexOf(sentence);
    return { articleId: article.id, start, end: start + sentence.length, terms: indexTerms(sentence, 'en') };
  });
  await store.passages.index(article.id, passages);
}

function texts({ groups }: FoundPassages): readonly string[] {
  return groups.flatMap(({ article, passages }) =>
    passages.map(({ start, end }) => article.text.slice(start, end)),
  );
}
