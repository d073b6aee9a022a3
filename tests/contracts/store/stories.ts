import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import type { ArticleLink } from '../../../src/domain/story.ts';
import type { StoryFilter } from '../../../src/ports/store.ts';
import { aStory } from '../../fixtures/a-story.ts';
import type { MakeDatabase } from '../store.ts';
import { FIRST_TEN, NOW, storeArticles, storeInTest } from './store-in-test.ts';

export function describeStories(makeDatabase: MakeDatabase): void {
  describe('stories', () => {
    describe('replacing', () => describeReplacing(makeDatabase));
    describe('latest', () => describeLatest(makeDatabase));
    describe('links', () => describeLinks(makeDatabase));
  });
}

function describeReplacing(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives back a story by its id and by its articles', async () => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    const story = aStory({ articleIds: idsOf(one, two) });

    await store().stories.replace([story], []);

    expect(await store().stories.getMany([story.id])).toEqual([story]);
    expect(await store().stories.ofArticles(idsOf(two))).toEqual([story]);
    expect(await store().stories.ofArticles(idsOf(one, two))).toEqual([story]);
  });

  it('tells in which story each article is, if in any', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    const [first, second] = [
      aStory({ id: 's-1', articleIds: idsOf(one) }),
      aStory({ id: 's-2', articleIds: idsOf(two) }),
    ];
    await store().stories.replace([first, second], []);

    const homes = await store().stories.homesOf(idsOf(three, two, one));

    expect(homes).toEqual(
      new Map([...idsOf(one).map((id) => [id, 's-1']), ...idsOf(two).map((id) => [id, 's-2'])] as never),
    );
  });

  it('puts a story in the place of all that hold one of its articles', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    const apart = [
      aStory({ id: 's-0001', articleIds: idsOf(one) }),
      aStory({ id: 's-0002', articleIds: idsOf(two) }),
      aStory({ id: 's-0003', articleIds: idsOf(three) }),
    ];
    await store().stories.replace(apart, []);
    const merged = aStory({ id: 's-0004', articleIds: idsOf(one, two) });

    await store().stories.replace([merged], []);

    const { rows, total } = await store().stories.latest({}, FIRST_TEN);
    expect(rows.map(({ id }) => id)).toEqual(['s-0003', 's-0004']);
    expect(total).toBe(2);
  });

  it('splits a story, and removes those that are gone', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    const whole = aStory({ id: 's-0001', articleIds: idsOf(one, two) });
    const other = aStory({ id: 's-0002', articleIds: idsOf(three) });
    await store().stories.replace([whole, other], []);
    const half = aStory({ id: 's-0001', articleIds: idsOf(one) });

    await store().stories.replace([half], [other.id]);

    expect(await store().stories.getMany([whole.id, other.id])).toEqual([half]);
    expect(await store().stories.ofArticles(idsOf(two, three))).toEqual([]);
  });

  it('changes nothing when one of the stories cannot be stored', async () => {
    const [one] = await storeArticles(store(), ['one']);
    const story = aStory({ articleIds: idsOf(one) });
    await store().stories.replace([story], []);
    const broken = aStory({ id: 's-0002', articleIds: ['a-unknown' as ArticleId] });

    const replacing = store().stories.replace([broken], [story.id]);

    await expect(replacing).rejects.toThrow();
    expect(await store().stories.getMany([story.id])).toEqual([story]);
  });

  it('finds a story by a beginning of its id that fits no other', async () => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    const first = aStory({ id: 's-1234', articleIds: idsOf(one) });
    const second = aStory({ id: 's-1299', articleIds: idsOf(two) });
    await store().stories.replace([first, second], []);

    expect(await store().stories.find('s-1234')).toEqual(first);
    expect(await store().stories.find('s-129')).toEqual(second);
    expect(await store().stories.find('s-12')).toBeNull();
    expect(await store().stories.find('s-')).toBeNull();
    expect(await store().stories.find('s-9999')).toBeNull();
  });
}

function describeLatest(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('lists stories newest first, then by id, undated ones last, in pages', async () => {
    const [a, b, c, d] = await storeArticles(store(), ['a', 'b', 'c', 'd']);
    await store().stories.replace(
      [
        aStory({ id: 's-a', articleIds: idsOf(a), firstPublishedAt: null, lastPublishedAt: null }),
        aStory({ id: 's-c', articleIds: idsOf(c), lastPublishedAt: NOW }),
        aStory({ id: 's-b', articleIds: idsOf(b), lastPublishedAt: NOW }),
        aStory({ id: 's-d', articleIds: idsOf(d), lastPublishedAt: NOW + 1 }),
      ],
      [],
    );

    const first = await store().stories.latest({}, { limit: 3, offset: 0 });
    const second = await store().stories.latest({}, { limit: 3, offset: 3 });

    expect(first.rows.map(({ id }) => id)).toEqual(['s-d', 's-b', 's-c']);
    expect(second.rows.map(({ id }) => id)).toEqual(['s-a']);
    expect(second.total).toBe(4);
  });

  it.each<[string, StoryFilter, readonly string[]]>([
    ['of a topic', { topicIds: ['trade'] }, ['s-new', 's-old']],
    ['with a person', { personId: 'sharif' }, ['s-new']],
    ['of a topic with a person', { topicIds: ['trade'], personId: 'tokayev' }, ['s-old']],
    ['with an article at or after an instant', { since: NOW }, ['s-new']],
    ['first published before an instant', { until: NOW }, ['s-old']],
    ['of a topic nobody wrote about', { topicIds: ['chess'] }, []],
    ['of any of two topics', { topicIds: ['trade', 'chess'] }, ['s-new', 's-old']],
  ])('lists stories %s', async (_, filter, expected) => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    const old = { firstPublishedAt: NOW - 2_000, lastPublishedAt: NOW - 1_000 };
    const recent = { firstPublishedAt: NOW, lastPublishedAt: NOW };
    await store().stories.replace(
      [
        aStory({ id: 's-old', articleIds: idsOf(one), topicIds: ['trade'], personIds: ['tokayev'], ...old }),
        aStory({
          id: 's-new',
          articleIds: idsOf(two),
          topicIds: ['trade'],
          personIds: ['sharif'],
          ...recent,
        }),
      ],
      [],
    );

    const { rows, total } = await store().stories.latest(filter, FIRST_TEN);

    expect(rows.map(({ id }) => id)).toEqual(expected);
    expect(total).toBe(expected.length);
  });
}

function describeLinks(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives the links that touch any of the articles, once each', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    const [first] = linksBetween([one, two]);
    const [second] = linksBetween([two, three]);
    if (two)
      await store().stories.saveLinks(
        two,
        [first, second].flatMap((link) => link ?? []),
      );

    expect(await store().stories.linksOf(idsOf(one))).toEqual([first]);
    expect(await store().stories.linksOf(idsOf(one, two, three))).toHaveLength(2);
    expect(await store().stories.linksOf(idsOf(one, two, three), ['same-origin'])).toEqual([]);
  });

  it('replaces all links of one article, on whichever end it is', async () => {
    const [one, two, three] = await storeArticles(store(), ['one', 'two', 'three']);
    if (!one || !two) throw new Error('Two articles are stored.');
    await store().stories.saveLinks(one, linksBetween([one, two], [three, one]));
    const others = linksBetween([two, three]);
    await store().stories.saveLinks(two, [...linksBetween([one, two]), ...others]);

    await store().stories.saveLinks(one, []);

    expect(await store().stories.linksOf(idsOf(one, two, three))).toEqual(others);
  });
}

function linksBetween(...pairs: readonly (readonly (ArticleId | undefined)[])[]): readonly ArticleLink[] {
  return pairs.flatMap(([a, b]) =>
    a && b ? [{ a, b, kind: 'same-story' as const, score: 0.75, reasons: ['same day 2026-02-04'] }] : [],
  );
}

function idsOf(...ids: readonly (ArticleId | undefined)[]): readonly ArticleId[] {
  return ids.flatMap((id) => id ?? []);
}
