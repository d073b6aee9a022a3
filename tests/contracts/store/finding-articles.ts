import { describe, expect, it } from 'vitest';
import type { MakeDatabase } from '../store.ts';
import { storeArticle, storeArticles, storeInTest } from './store-in-test.ts';

export function describeFindingArticles(makeDatabase: MakeDatabase): void {
  describe('finding one', () => {
    const store = storeInTest(makeDatabase);

    it('knows an article by its id, its URL, its locator and the end of it', async () => {
      const url = 'https://example.org/news/airport';
      const id = await storeArticle(store(), { url, locator: '/samples/2025/airport.md' });
      await storeArticle(store(), { url: 'https://example.org/news/railway' });

      const references = [id, url, '/samples/2025/airport.md', 'airport.md', '2025/airport.md', 'port.md'];
      const found = await Promise.all(references.map((reference) => store().articles.find(reference)));

      expect(found.map((article) => article?.id)).toEqual(references.map(() => id));
    });

    it('knows an article by a beginning of its id that fits no other', async () => {
      const [id] = await storeArticles(store(), ['one']);

      const found = await store().articles.find(id?.slice(0, 6) ?? '');

      expect(found?.id).toBe(id);
    });

    it('refuses a beginning of an id that is too short or fits several', async () => {
      const names = Array.from({ length: 600 }, (_, index) => `article-${index}`);
      const ids = await store().transaction((inner) => storeArticles(inner, names));
      const beginnings = ids.map((id) => id.slice(0, 4)).sort();
      const shared = beginnings.find((beginning, index) => beginning === beginnings[index + 1]) ?? '';

      expect(await store().articles.find(shared)).toBeNull();
      expect(await store().articles.find('a-')).toBeNull();
    });

    it('refuses the end of a locator that fits several', async () => {
      await storeArticle(store(), { url: null, locator: '/a/news.txt', text: 'One.' });
      await storeArticle(store(), { url: null, locator: '/b/news.txt', text: 'Two.' });

      expect(await store().articles.find('news.txt')).toBeNull();
      expect((await store().articles.find('a/news.txt'))?.text).toBe('One.');
    });

    it('prefers a whole file name to the end of one', async () => {
      await storeArticle(store(), { url: null, locator: '/a/01.txt', text: 'Zero one.' });
      const id = await storeArticle(store(), { url: null, locator: '/a/1.txt', text: 'One.' });

      expect((await store().articles.find('1.txt'))?.id).toBe(id);
    });

    it.each(['%', '____', "' or 1=1 --", '', '🕊🕊🕊🕊'])('finds nothing for %j', async (reference) => {
      await storeArticle(store());

      expect(await store().articles.find(reference)).toBeNull();
    });
  });
}
