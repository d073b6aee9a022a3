import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '../../src/domain/day.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Fingerprint, Store } from '../../src/ports/store.ts';
import { placeArticle } from '../../src/stories/place-article.ts';
import { withRelatedStories } from '../../src/stories/related-stories.ts';
import { sketchOf } from '../../src/stories/sketch.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { aFingerprint, anUnderstanding } from '../fixtures/an-understanding.ts';

const ALL = { limit: 50, offset: 0 };
const NAMES: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six'];
const index = createProfileIndex(aKnownPair());

interface Shape {
  readonly features: Fingerprint['features'];
  /** Days after 1 February; null keeps the article out of all stories. */
  readonly dayAfter: number | null;
  readonly shingles: readonly number[];
}

const VISIT: Shape = {
  features: { 'p:munir': 2, 'd:2026-02-03': 3, 't:trade': 1 },
  dayAfter: 2,
  shingles: [],
};
const OTHER: Shape = { features: { 'p:nurtleu': 2, 'n:250': 3, 'o:ispr': 1 }, dayAfter: 2, shingles: [] };
const HALF: Shape = { features: { 'p:munir': 2, 'o:ispr': 5 }, dayAfter: 2, shingles: [] };

describe('placing an article', () => {
  it('puts it beside what tells the same and apart from the rest', async () => {
    expect(await storiesAfter([VISIT, OTHER, VISIT])).toEqual([['one', 'three'], ['two']]);
  });

  it('keeps articles apart that lie more than a week from one another', async () => {
    expect(await storiesAfter([VISIT, { ...VISIT, dayAfter: 20 }])).toEqual([['one'], ['two']]);
  });

  it('leaves out what is not about the relationship', async () => {
    expect(await storiesAfter([VISIT, { ...VISIT, dayAfter: null }])).toEqual([['one']]);
  });

  it('takes an article that changed out of its former story', async () => {
    const store = await anEmptyStore();
    await place('one', VISIT, store);
    await place('two', VISIT, store);

    await place('two', OTHER, store);
    const apart = await namesOfStories(store);
    await place('two', { ...OTHER, dayAfter: null }, store);

    expect(apart).toEqual([['one'], ['two']]);
    expect(await namesOfStories(store)).toEqual([['one']]);
  });

  it('tells which stories were there before and which are now', async () => {
    const store = await anEmptyStore();
    const first = await place('one', VISIT, store);

    const second = await place('two', VISIT, store);

    expect(first.before).toEqual([]);
    expect(second.before.map(({ articleIds }) => articleIds.length)).toEqual([1]);
    expect(second.stories.map(({ articleIds }) => articleIds.length)).toEqual([2]);
  });

  it('relates stories whose articles are half alike, both ways', async () => {
    const store = await anEmptyStore();
    await place('one', VISIT, store);
    await place('two', HALF, store);

    const { rows } = await store.stories.latest({}, ALL);
    const [a, b] = await withRelatedStories(rows, store.stories);

    expect(rows).toHaveLength(2);
    expect(a?.relatedStoryIds).toEqual([b?.id]);
    expect(b?.relatedStoryIds).toEqual([a?.id]);
  });

  it('gives the same stories and origins for any order, also after changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(shapes(), { minLength: NAMES.length, maxLength: NAMES.length }),
        fc.array(shapes(), { minLength: NAMES.length, maxLength: NAMES.length }),
        fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
        async (now, formerly, order) => {
          const [straight, roundabout] = [await anEmptyStore(), await anEmptyStore()];

          for (const [at, name] of NAMES.entries()) await place(name, now[at] ?? VISIT, straight);
          for (const [at, name] of NAMES.entries()) await place(name, formerly[at] ?? VISIT, roundabout);
          for (const name of order) await place(name, now[NAMES.indexOf(name)] ?? VISIT, roundabout);

          expect(await roundabout.stories.latest({}, ALL)).toEqual(await straight.stories.latest({}, ALL));
        },
      ),
      { numRuns: 25 },
    );
  });
});

async function storiesAfter(shapesInOrder: readonly Shape[]): Promise<string[][]> {
  const store = await anEmptyStore();
  for (const [at, shape] of shapesInOrder.entries()) await place(NAMES[at] ?? 'one', shape, store);
  return namesOfStories(store);
}

async function place(name: string, { features, dayAfter, shingles }: Shape, store: Store) {
  const { article } = await store.articles.save(
    aDraft({ url: `https://example.org/${name}`, title: name }),
    1,
  );
  const day = addDays('2026-02-01', dayAfter ?? 2);
  const fromDay = dayAfter === null ? null : day;
  const fingerprint = aFingerprint({
    ...{ articleId: article.id, features, shingles, fromDay, toDay: fromDay },
    ...{ publishedAt: startOfDay(day), sketch: sketchOf(features, 'en') },
  });
  await store.understandings.save(anUnderstanding({ articleId: article.id }), fingerprint);
  return placeArticle(fingerprint, index, store);
}

/** The titles of the articles of each story, sorted as they were placed. */
async function namesOfStories(store: Store): Promise<string[][]> {
  const { rows } = await store.stories.latest({}, ALL);
  const named = await Promise.all(rows.map(({ articleIds }) => namesOf(articleIds, store)));
  return named.sort((a, b) => rankOf(a[0]) - rankOf(b[0]));
}

async function namesOf(ids: readonly ArticleId[], store: Store): Promise<string[]> {
  const articles = await store.articles.getMany(ids);
  return articles.map(({ title }) => title.value).sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(name = ''): number {
  return NAMES.indexOf(name);
}

function shapes(): fc.Arbitrary<Shape> {
  const names = [
    ...Object.keys(VISIT.features),
    ...Object.keys(OTHER.features),
    '@stage:past',
    '@day:2026-02-03',
  ];
  return fc.record({
    features: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(1, 2, 3), { minKeys: 1 }),
    dayAfter: fc.option(fc.nat(8), { freq: 12 }),
    shingles: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
  });
}
