import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import type { ArticleId, FeedId } from '../../../src/domain/identity.ts';
import { aFeed } from '../../fixtures/a-feed.ts';
import { aStory } from '../../fixtures/a-story.ts';
import { aDraft } from '../../fixtures/an-article.ts';
import { aFingerprint, anUnderstanding } from '../../fixtures/an-understanding.ts';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

const ITEM = { feedId: aFeed().id, key: 'guid-1', hash: 'h1' };

export function describeFeeds(makeDatabase: MakeDatabase): void {
  describe('feeds', () => {
    describe('keeping', () => describeKeeping(makeDatabase));
    describe('claiming', () => describeClaiming(makeDatabase));
    describe('items', () => describeItems(makeDatabase));
  });
}

function describeKeeping(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives back what was added, by id, its beginning and URL', async () => {
    const feed = aFeed({ pause: { at: NOW, reason: 'It was closed.', by: 'gone', isTold: false } });

    expect(await store().feeds.add(feed)).toBe(true);
    expect(await store().feeds.add(feed)).toBe(false);

    for (const reference of [feed.id, 'f-00', feed.url])
      expect(await store().feeds.find(reference)).toEqual(feed);
    expect(await store().feeds.untoldPauses()).toEqual([feed]);
  });

  it('does not add again what was removed, unless it is restored', async () => {
    await store().feeds.add(aFeed());

    expect(await store().feeds.remove(aFeed().id, NOW)).toBe(true);
    expect(await store().feeds.add(aFeed())).toBe(false);
    expect(await store().feeds.restore(aFeed())).toBe(true);
    expect(await store().feeds.all()).toEqual([aFeed()]);
  });

  it('keeps its URL when it moves to that of another feed', async () => {
    const other = aFeed({ id: 'f-0000000000000002' });
    await store().feeds.add(aFeed());
    await store().feeds.add(other);

    await store().feeds.record(aFeed().id, { ...aFeed().state, etag: 'e' }, other.url);

    expect(await store().feeds.find(aFeed().url)).toMatchObject({ id: aFeed().id, state: { etag: 'e' } });
  });

  it('confirms a feed, and corrects the title of one that an operator added', async () => {
    const added = aFeed({ id: 'f-0000000000000002', origin: 'operator', isConfirmed: false });
    await store().feeds.add(aFeed({ isConfirmed: false }));
    await store().feeds.add(added);

    await store().feeds.confirm(added.id, 'Times of Astana');

    expect(await store().feeds.find(added.id)).toEqual({
      ...added,
      isConfirmed: true,
      title: 'Times of Astana',
    });
    expect(await store().feeds.find(aFeed().id)).toEqual(aFeed({ isConfirmed: false }));
    await store().feeds.confirm(aFeed().id, 'Times of Astana');
    expect(await store().feeds.find(aFeed().id)).toEqual(aFeed());
  });

  it('remembers of which pauses the operators were told', async () => {
    const pause = { at: NOW, reason: 'It was closed.', by: 'gone', isTold: false } as const;
    const other = aFeed({ id: 'f-0000000000000002', pause });
    await store().feeds.add(aFeed({ pause }));
    await store().feeds.add(other);

    await store().feeds.markPausesTold([aFeed().id]);

    expect(await store().feeds.untoldPauses()).toEqual([other]);
    expect(await store().feeds.find(aFeed().id)).toEqual(aFeed({ pause: { ...pause, isTold: true } }));
  });
}

function describeClaiming(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives a due feed to one of several callers until its lease ends or it is recorded', async () => {
    await store().feeds.add(aFeed());

    const claims = await Promise.all([1, 2, 3].map(() => store().feeds.claimDue(NOW, NOW + 10, 5)));

    expect(claims.flat()).toHaveLength(1);
    expect(await store().feeds.claimDue(NOW + 10, NOW + 20, 5)).toHaveLength(1);
    await store().feeds.record(aFeed().id, aFeed().state, null);
    expect(await store().feeds.claimDue(NOW + 11, NOW + 20, 5)).toHaveLength(1);
  });

  it('gives each feed once, however many connections ask', async () => {
    const database = await makeDatabase();
    onTestFinished(() => database.drop());
    const connections = [await database.open(), await database.open(), await database.open()];
    const [first] = connections;
    await first?.migrate();
    const ids = Array.from({ length: 12 }, (_, n) => `f-00000000000000${n + 10}`);
    for (const id of ids) await first?.feeds.add(aFeed({ id }));

    const claims = await Promise.all(
      connections.flatMap(({ feeds }) => [1, 2].map(() => feeds.claimDue(NOW, NOW + 10, 3))),
    );

    const claimed = claims.flat().map(({ id }) => id);
    expect(new Set(claimed).size).toBe(claimed.length);
    const left = (await first?.feeds.claimDue(NOW, NOW + 10, 12)) ?? [];
    expect([...claimed, ...left.map(({ id }) => id)].toSorted()).toEqual(ids);
  });

  it('leaves out feeds that rest, until they are resumed', async () => {
    await store().feeds.add(aFeed());
    await store().feeds.pause(aFeed().id, { at: NOW, reason: 'Too much.', by: 'operator', isTold: true });

    expect(await store().feeds.claimDue(NOW, NOW + 10, 5)).toEqual([]);
    expect(await store().feeds.resume(aFeed().id, NOW)).toBe(true);
    expect(await store().feeds.claimDue(NOW, NOW + 10, 5)).toHaveLength(1);
  });
}

function describeItems(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('knows an article by its feed item although its URL changed', async () => {
    const first = await store().articles.save(aDraft({ feedItem: ITEM }), NOW);
    const moved = aDraft({ url: 'https://example.org/moved', feedItem: { ...ITEM, hash: 'h2' } });

    const { article, outcome } = await store().articles.save(moved, NOW);

    expect(outcome).toBe('unchanged');
    expect(article).toEqual({ ...first.article, url: moved.url });
    expect(await store().articles.get(article.id)).toEqual(article);
    expect(await store().feeds.knownItems(aFeed().id as FeedId, ['guid-1', 'guid-2'])).toEqual(
      new Map([['guid-1', 'h2']]),
    );
  });

  it('takes an item whose URL is another article’s for that article from then on', async () => {
    const other = await store().articles.save(aDraft({ url: 'https://example.org/other' }), NOW);
    const first = await store().articles.save(aDraft({ feedItem: ITEM }), NOW);
    const redirected = aDraft({ url: 'https://example.org/other', feedItem: ITEM });

    const { article } = await store().articles.save(redirected, NOW);

    expect(article.id).toBe(other.article.id);
    expect(await store().articles.get(first.article.id)).toEqual(first.article);
    const moved = aDraft({ url: 'https://example.org/moved', feedItem: ITEM });
    expect((await store().articles.save(moved, NOW)).article.id).toBe(other.article.id);
  });

  it('finds nothing new in an item that was re-dated to later times', async () => {
    const first = await store().articles.save(aDraft({ publishedAt: NOW, feedItem: ITEM }), NOW);

    for (let time = 1; time <= 33; time += 1) {
      const again = await store().articles.save(aDraft({ publishedAt: NOW + time, feedItem: ITEM }), NOW);
      expect(again).toEqual({ article: first.article, outcome: 'unchanged' });
    }
  });

  it('gives back author and backlog, and keeps them when the article is revised', async () => {
    const draft = aDraft({ author: 'A. Seitova', isBacklog: true });
    const { article } = await store().articles.save(draft, NOW);

    await store().articles.save(aDraft({ text: 'The airport opened on Tuesday.' }), NOW);

    expect(article).toMatchObject({ author: 'A. Seitova', isBacklog: true });
    const after = await store().articles.get(article.id);
    expect(after).toMatchObject({ author: 'A. Seitova', isBacklog: true, revision: 2 });
  });

  it('dates an article by the earliest stated time, in whatever order they come', async () => {
    let n = 0;
    const times = fc.array(fc.integer({ min: NOW - 1e9, max: NOW }), { minLength: 1, maxLength: 5 });

    await fc.assert(
      fc.asyncProperty(times, async (stated) => {
        const url = `https://example.org/dated-${n++}`;
        const saved: Article[] = [];
        for (const publishedAt of stated)
          saved.push((await store().articles.save(aDraft({ url, publishedAt }), NOW)).article);

        const stored = await store().articles.get(saved[0]?.id as ArticleId);
        expect(stored?.publication.at).toBe(Math.min(...stated));
        expect(saved.at(-1)).toEqual(stored);
      }),
      { numRuns: 30 },
    );
  });

  it('knows a deleted article by its URL and by its feed item', async () => {
    const { article } = await store().articles.save(aDraft({ feedItem: ITEM }), NOW);
    expect(await store().articles.standingOf(aDraft())).toBe('stored');

    expect(await store().articles.delete(article.id, NOW)).toBe(true);

    expect(await store().articles.get(article.id)).toBe(null);
    expect(await store().articles.standingOf(aDraft())).toBe('deleted');
    const moved = aDraft({ url: 'https://example.org/moved', feedItem: ITEM });
    expect(await store().articles.standingOf(moved)).toBe('deleted');
    expect(await store().articles.standingOf(aDraft({ url: 'https://example.org/new' }))).toBe('new');
  });

  it('takes a story for news once it holds an article that is no backlog', async () => {
    const old = await store().articles.save(aDraft({ isBacklog: true }), NOW);
    const fresh = await store().articles.save(aDraft({ url: 'https://example.org/fresh' }), NOW);
    const ids = [old.article.id, fresh.article.id];
    const latest = () => store().stories.latest({ isNews: true }, { limit: 5, offset: 0 });

    await store().stories.replace([aStory({ articleIds: ids.slice(0, 1) })], []);
    expect((await latest()).total).toBe(0);
    await store().stories.replace([aStory({ articleIds: ids })], []);
    expect((await latest()).total).toBe(1);
  });

  it('counts articles by source, language and day', async () => {
    await store().articles.save(aDraft({ publishedAt: NOW }), NOW);

    expect(await store().feeds.articleCounts(NOW, NOW + 1)).toEqual([
      { sourceId: 'astana-times', language: 'en', day: '2026-02-10', articles: 1, relevant: 0 },
    ]);
    expect(await store().feeds.articleCounts(NOW - 1, NOW)).toEqual([]);
  });

  it('counts apart the sources, the languages and the days', async () => {
    const published = [
      { sourceId: null, language: 'ur', publishedAt: NOW },
      { sourceId: 'dawn', language: 'ur', publishedAt: NOW },
      { sourceId: 'dawn', language: 'en', publishedAt: NOW },
      { sourceId: 'dawn', language: 'en', publishedAt: NOW },
      { sourceId: 'dawn', language: 'en', publishedAt: NOW - 86_400_000 },
      { sourceId: 'dawn', language: 'en', publishedAt: null },
    ] as const;
    for (const [place, choices] of published.entries())
      await store().articles.save(aDraft({ ...choices, url: `https://example.org/${place}` }), NOW);

    const counts = await store().feeds.articleCounts(NOW - 86_400_000, NOW + 1);

    const told = counts.map(
      ({ sourceId, language, day, articles }) => `${sourceId} ${language} ${day} ${articles}`,
    );
    expect(told.toSorted()).toEqual([
      'dawn en 2026-02-09 1',
      'dawn en 2026-02-10 2',
      'dawn ur 2026-02-10 1',
      'null ur 2026-02-10 1',
    ]);
  });

  it('counts as relevant the articles about both sides, and those of one about the other', async () => {
    for (const kind of ['bilateral', 'one-side', 'passing', 'none'] as const) {
      const draft = aDraft({ url: `https://example.org/${kind}`, publishedAt: NOW });
      const { article } = await store().articles.save(draft, NOW);
      const understanding = anUnderstanding({ articleId: article.id, relevance: { kind, reasons: [] } });
      await store().understandings.save(understanding, aFingerprint({ articleId: article.id }));
    }

    const counts = await store().feeds.articleCounts(NOW, NOW + 1);

    expect(counts).toMatchObject([{ articles: 4, relevant: 2 }]);
  });
}
