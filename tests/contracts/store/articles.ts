import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, type DraftChoices } from '../../fixtures/an-article.ts';
import type { MakeDatabase } from '../store.ts';
import { describeFindingArticles } from './finding-articles.ts';
import { NOW, storeArticle, storeArticles, storeInTest } from './store-in-test.ts';

export function describeArticles(makeDatabase: MakeDatabase): void {
  describe('articles', () => {
    describe('saving', () => describeSaving(makeDatabase));
    describe('revising', () => describeRevising(makeDatabase));
    describeFindingArticles(makeDatabase);
    describe('reading', () => describeReading(makeDatabase));
    describe('order of arrival', () => describeOrder(makeDatabase));
  });
}

function describeSaving(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives back a saved article with everything the draft said', async () => {
    const draft = aDraft({ sourceId: null, language: 'ur', text: 'خبر\n“quoted” 🕊 text' });

    const { article, outcome } = await store().articles.save(draft, NOW);

    expect(outcome).toBe('new');
    const { feedItem: _feedItem, ...said } = draft;
    expect(article).toMatchObject({ ...said, revision: 1, storedAt: NOW });
    expect(await store().articles.get(article.id)).toEqual(article);
  });

  it('takes the id from the URL, and from title and text when there is none', async () => {
    const withUrl = await storeArticle(store(), { url: 'https://example.org/one' });
    const withoutUrl = await storeArticle(store(), { url: null, title: 'Title', text: 'Text' });

    // The first 16 digits of `printf 'https://example.org/one' | sha256sum` and `printf 'Title\nText' | sha256sum`.
    expect(withUrl).toBe('a-3f295d3e21fb5bbc');
    expect(withoutUrl).toBe('a-2c21b2810f4dce98');
  });

  it('finds nothing new in the same draft again', async () => {
    const first = await store().articles.save(aDraft(), NOW);

    const again = await store().articles.save(aDraft(), NOW + 1_000);

    expect(again).toEqual({ article: first.article, outcome: 'unchanged' });
  });

  it('knows a copy without a URL by its content, wherever it lies', async () => {
    const first = await store().articles.save(aDraft({ url: null, locator: '/a/one.txt' }), NOW);

    const copy = await store().articles.save(aDraft({ url: null, locator: '/b/two.txt' }), NOW);

    expect(copy).toEqual({ article: first.article, outcome: 'unchanged' });
  });

  it('keeps an article with a URL apart from one of the same content without', async () => {
    await storeArticle(store(), { url: null, locator: '/a/one.txt' });

    const { outcome } = await store().articles.save(aDraft({ locator: '/a/one.txt' }), NOW);

    expect(outcome).toBe('new');
    expect(await store().articles.count()).toBe(2);
  });

  it('stores a draft once when it comes several times at once', async () => {
    const saves = Array.from({ length: 8 }, () => store().articles.save(aDraft(), NOW));

    const outcomes = (await Promise.all(saves)).map(({ outcome }) => outcome);

    expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(1);
    expect(await store().articles.count()).toBe(1);
  });
}

function describeRevising(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it.each<[string, DraftChoices]>([
    ['title', { title: 'Airport opens at last' }],
    ['text', { text: 'The airport opened on Tuesday.' }],
    ['stated publication', { publishedAt: Date.parse('2026-02-03T09:00:00Z') }],
  ])('revises an article under its id when its %s changes', async (_, change) => {
    const first = await store().articles.save(aDraft(), NOW);

    const second = await store().articles.save(aDraft(change), NOW + 1_000);

    expect(second.outcome).toBe('revised');
    const { feedItem: _feedItem, ...said } = aDraft(change);
    expect(second.article).toMatchObject({ ...said, id: first.article.id, revision: 2 });
    expect(await store().articles.get(first.article.id)).toEqual(second.article);
  });

  it('revises the article of a file whose content changes', async () => {
    const place = { url: null, locator: '/a/one.txt' };
    const first = await store().articles.save(aDraft(place), NOW);

    const second = await store().articles.save(aDraft({ ...place, text: 'Corrected.' }), NOW);

    expect(second).toMatchObject({
      outcome: 'revised',
      article: { id: first.article.id, text: 'Corrected.' },
    });
  });

  it('takes an older version of a revised file for that file', async () => {
    const place = { url: null, locator: '/a/one.txt' };
    const first = await storeArticle(store(), { ...place, text: 'First.' });
    await storeArticle(store(), { ...place, text: 'Second.' });

    const copy = await store().articles.save(aDraft({ url: null, locator: '/b.txt', text: 'First.' }), NOW);

    expect(copy).toMatchObject({ outcome: 'unchanged', article: { id: first, text: 'Second.' } });
  });

  it('keeps a stated publication when a changed draft only guesses', async () => {
    const stated = await store().articles.save(aDraft(), NOW);
    const guess = { at: NOW, certainty: 'inferred', reason: 'weekday named' } as const;

    const revised = await store().articles.save(aDraft({ text: 'Changed.', publication: guess }), NOW);

    expect(revised.article.publication).toEqual(stated.article.publication);
  });

  it('does not take another guess of the publication for a change', async () => {
    const guess = (at: number) => ({ at, certainty: 'inferred', reason: 'weekday named' }) as const;
    await store().articles.save(aDraft({ publication: guess(NOW) }), NOW);

    const again = await store().articles.save(aDraft({ publication: guess(NOW + 1_000) }), NOW);

    expect(again).toMatchObject({ outcome: 'unchanged', article: { publication: guess(NOW) } });
  });

  it('sets a publication without making a revision', async () => {
    const id = await storeArticle(store(), { publishedAt: null });
    const publication = { at: NOW, certainty: 'inferred', reason: 'weekday named' } as const;

    await store().articles.setPublication(id, publication);

    expect(await store().articles.get(id)).toMatchObject({ publication, revision: 1 });
  });
}

function describeReading(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives articles in the order asked for and leaves unknown ids out', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    const asked = [three, 'a-unknown' as never, one, two].flatMap((id) => id ?? []);

    const articles = await store().articles.getMany(asked);

    expect(articles.map(({ id }) => id)).toEqual([three, one, two]);
  });

  it('reads more articles at once than one statement may name', async () => {
    const names = Array.from({ length: 1_203 }, (_, index) => `article-${index}`);
    const ids = await store().transaction((inner) => storeArticles(inner, names));

    const articles = await store().articles.getMany(ids);

    expect(articles.map(({ id }) => id)).toEqual(ids);
  });

  it('lists every article once, page by page in the order of ids', async () => {
    const ids = await storeArticles(store(), ['1', '2', '3', '4', '5']);

    const first = await store().articles.list(null, 3);
    const second = await store().articles.list(first.at(-1)?.id ?? null, 3);

    expect([...first, ...second].map(({ id }) => id)).toEqual([...ids].sort());
    expect(first).toHaveLength(3);
  });

  it('counts articles by language and knows the newest publication', async () => {
    const before = await store().articles.newestPublishedAt();
    await storeArticle(store(), { url: 'https://example.org/1', language: 'ur', publishedAt: NOW });
    await storeArticle(store(), { url: 'https://example.org/2', language: 'ur', publishedAt: NOW - 1 });
    await storeArticle(store(), { url: 'https://example.org/3', language: 'en', publishedAt: null });

    expect(before).toBeNull();
    expect(await store().articles.newestPublishedAt()).toBe(NOW);
    expect(await store().articles.countByLanguage()).toEqual({ en: 1, ur: 2 });
  });

  it('says null for an article that nobody stored', async () => {
    expect(await store().articles.get('a-unknown' as never)).toBeNull();
  });
}

function describeOrder(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const choices: readonly DraftChoices[] = [
    { url: 'https://example.org/1' },
    { url: 'https://example.org/2' },
    { url: null, locator: '/a.txt', text: 'Same.' },
    { url: null, locator: '/b.txt', text: 'Same.' },
    { url: null, locator: '/c.txt', text: 'Other.' },
    { url: 'https://example.org/3', text: 'Same.' },
  ];

  it('gives the same ids in whatever order articles arrive', async () => {
    const idsAfter = async (arrivals: readonly DraftChoices[]) => {
      const found: { ids: string[] } = { ids: [] };
      const undone = store().transaction(async (inner) => {
        for (const choice of arrivals) await storeArticle(inner, choice);
        found.ids = (await inner.articles.list(null, 100)).map(({ id }) => id);
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      return found.ids;
    };
    const expected = await idsAfter(choices);

    const anyOrder = fc.shuffledSubarray([...choices, ...choices], { minLength: choices.length * 2 });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (arrivals) => {
        expect(await idsAfter(arrivals)).toEqual(expected);
      }),
      { numRuns: 50 },
    );

    expect(expected).toHaveLength(5);
  });
}
