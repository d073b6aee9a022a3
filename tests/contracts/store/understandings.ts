import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aFingerprint, anUnderstanding } from '../../fixtures/an-understanding.ts';
import type { MakeDatabase } from '../store.ts';
import { FIRST_TEN, NOW, storeArticle, storeArticles, storeInTest } from './store-in-test.ts';

export function describeUnderstandings(makeDatabase: MakeDatabase): void {
  describe('understandings', () => {
    const store = storeInTest(makeDatabase);

    it('gives back what was understood, and its fingerprint', async () => {
      const id = await storeArticle(store());
      const understanding = anUnderstanding({ articleId: id });
      const fingerprint = aFingerprint({ articleId: id });

      await store().understandings.save(understanding, fingerprint);

      expect(await store().understandings.get(id)).toEqual(understanding);
      expect(await store().understandings.fingerprints([id])).toEqual([fingerprint]);
    });

    it('replaces what was understood before', async () => {
      const id = await storeArticle(store());
      await understand(store(), id, { entities: ['tokayev'] });

      await understand(store(), id, { entities: ['sharif'], relevance: 'none' });

      expect((await store().understandings.get(id))?.relevance.kind).toBe('none');
      expect(await store().understandings.naming('tokayev', FIRST_TEN)).toEqual({ rows: [], total: 0 });
      expect(await store().understandings.countByRelevance()).toEqual({ none: 1 });
    });

    it('reads several in the order asked for', async () => {
      const [one, two] = await storeArticles(store(), ['one', 'two']);
      for (const id of [one, two]) if (id) await understand(store(), id);
      const asked = [two, 'a-unknown' as ArticleId, one].flatMap((id) => id ?? []);

      const understandings = await store().understandings.getMany(asked);
      const fingerprints = await store().understandings.fingerprints(asked);

      expect(understandings.map(({ articleId }) => articleId)).toEqual([two, one]);
      expect(fingerprints.map(({ articleId }) => articleId)).toEqual([two, one]);
    });

    it('counts articles by relevance', async () => {
      const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
      if (one) await understand(store(), one);
      if (two) await understand(store(), two, { relevance: 'passing' });
      if (three) await understand(store(), three, { relevance: 'passing' });

      expect(await store().understandings.countByRelevance()).toEqual({ bilateral: 1, passing: 2 });
    });

    it('refuses what was understood of an article that is not stored', async () => {
      const unknown = { articleId: 'a-unknown' as ArticleId };

      const saving = store().understandings.save(anUnderstanding(unknown), aFingerprint(unknown));

      await expect(saving).rejects.toThrow();
    });
  });
  describeCandidates(makeDatabase);
  describeNaming(makeDatabase);
}

function describeCandidates(makeDatabase: MakeDatabase): void {
  describe('candidates', () => {
    const store = storeInTest(makeDatabase);

    it.each([
      ['inside', '2026-02-05', '2026-02-06', true],
      ['around', '2026-01-30', '2026-02-12', true],
      ['overlapping its first day', '2026-01-25', '2026-02-03', true],
      ['overlapping its last day', '2026-02-08', '2026-02-20', true],
      ['ending the day before', '2026-01-25', '2026-02-02', false],
      ['starting the day after', '2026-02-09', '2026-02-20', false],
    ])('looks for days %s', async (_, fromDay, toDay, isFound) => {
      const id = await storeArticle(store());
      await understand(store(), id, { days: [fromDay, toDay] });

      const found = await store().understandings.candidates('2026-02-03', '2026-02-08');

      expect(found.map(({ articleId }) => articleId)).toEqual(isFound ? [id] : []);
    });

    it('come with the sketch of their features', async () => {
      const id = await storeArticle(store());
      const fingerprint = aFingerprint({ articleId: id, sketch: 'AQAAAA==' });
      await store().understandings.save(anUnderstanding({ articleId: id }), fingerprint);

      const found = await store().understandings.candidates('2026-02-03', '2026-02-04');

      expect(found).toEqual([{ articleId: id, sketch: 'AQAAAA==' }]);
    });

    it('are read as they are now, also after a change that was undone', async () => {
      const id = await storeArticle(store());
      const features = async () => {
        const [found] = await store().understandings.fingerprints([id]);
        return found?.features;
      };
      const saveWith = (inner: Store, weight: number) =>
        inner.understandings.save(
          anUnderstanding({ articleId: id }),
          aFingerprint({ articleId: id, features: { weight } }),
        );
      await saveWith(store(), 1);
      const first = await features();

      const undone = store().transaction(async (inner) => {
        await saveWith(inner, 2);
        await inner.understandings.fingerprints([id]);
        throw new Error('stop');
      });
      await expect(undone).rejects.toThrow('stop');
      const afterUndo = await features();
      await saveWith(store(), 3);

      expect([first, afterUndo, await features()]).toEqual([{ weight: 1 }, { weight: 1 }, { weight: 3 }]);
    });

    it('leaves out articles without days', async () => {
      await understand(store(), await storeArticle(store()), { days: [null, null] });

      expect(await store().understandings.candidates('0001-01-01', '9999-01-01')).toEqual([]);
    });

    it('refuses a span so long that it would be overlooked', async () => {
      const id = await storeArticle(store());

      const saving = understand(store(), id, { days: ['2026-01-01', '2026-03-01'] });

      await expect(saving).rejects.toThrow('days');
    });
  });
}

function describeNaming(makeDatabase: MakeDatabase): void {
  describe('articles naming an entity', () => {
    const store = storeInTest(makeDatabase);

    it('come newest first, undated ones last, in pages', async () => {
      const old = await storeNaming(store(), 'old', NOW - 2_000);
      const undated = await storeNaming(store(), 'undated', null);
      const recent = await storeNaming(store(), 'recent', NOW);

      const first = await store().understandings.naming('tokayev', { limit: 2, offset: 0 });
      const second = await store().understandings.naming('tokayev', { limit: 2, offset: 2 });

      expect(first).toEqual({ rows: [recent, old], total: 3 });
      expect(second).toEqual({ rows: [undated], total: 3 });
    });

    it('move when their publication becomes known', async () => {
      const old = await storeNaming(store(), 'old', NOW - 2_000);
      const undated = await storeNaming(store(), 'undated', null);

      await store().articles.setPublication(undated, { at: NOW, certainty: 'inferred', reason: 'weekday' });

      expect((await store().understandings.naming('tokayev', FIRST_TEN)).rows).toEqual([undated, old]);
    });
  });
}

interface Choices {
  readonly entities?: readonly string[];
  readonly relevance?: 'bilateral' | 'passing' | 'none';
  readonly days?: readonly [string | null, string | null];
  readonly publishedAt?: number | null;
}

async function understand(store: Store, articleId: ArticleId, choices: Choices = {}): Promise<void> {
  const { entities = ['tokayev', 'tokayev'], relevance = 'bilateral' } = choices;
  const [fromDay, toDay] = choices.days ?? ['2026-02-03', '2026-02-04'];
  const mentions = entities.map((entityId, index) => {
    return { kind: 'person', entityId, start: index, end: index + 1, match: 'exact' } as const;
  });
  await store.understandings.save(
    anUnderstanding({ articleId, mentions, relevance: { kind: relevance, reasons: [] } }),
    aFingerprint({ articleId, fromDay, toDay, publishedAt: choices.publishedAt ?? null }),
  );
}

async function storeNaming(store: Store, name: string, publishedAt: number | null): Promise<ArticleId> {
  const id = await storeArticle(store, { url: `https://example.org/${name}`, publishedAt });
  await understand(store, id, { publishedAt });
  return id;
}
