import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { ArticleLink } from '../../src/domain/story.ts';
import { connected, groupArticles } from '../../src/stories/group-articles.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('grouping articles', () => {
  it('joins what is linked as one story and leaves the rest alone', () => {
    const groups = groupArticles(ids('abcd'), [link('ab', 0.6), link('cd', 0.5, 'related')]);

    expect(groups).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('joins a third article that is like enough to the two on average', () => {
    const groups = groupArticles(ids('abc'), [link('ab', 0.6), link('bc', 0.5), link('ac', 0.4)]);

    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('does not chain two happenings over one weak bridge', () => {
    const links = [link('ab', 0.7), link('cd', 0.7), link('bc', 0.45)];

    expect(groupArticles(ids('abcd'), links)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('joins the most alike first', () => {
    const links = [link('ab', 0.4), link('bc', 0.7)];

    expect(groupArticles(ids('abc'), links)).toEqual([['a'], ['b', 'c']]);
  });

  it('does not depend on the order of articles or links, nor on which end of a link comes first', () => {
    fc.assert(
      fc.property(linkSets(), fc.infiniteStream(fc.nat()), (links, stream) => {
        const dice = [...stream.take(60)];

        const one = groupArticles(ids('abcdef'), links);
        const two = groupArticles(shuffled(ids('abcdef'), dice), shuffled(links, dice));

        expect(two).toEqual(one);
      }),
    );
  });

  it('puts every article into exactly one group, and none beside those it has no chain to', () => {
    fc.assert(
      fc.property(linkSets(), (links) => {
        const groups = groupArticles(ids('abcdef'), links);

        const chains = connected(ids('abcdef'), links, ['same-story', 'same-origin']);
        expect(groups.flat().toSorted()).toEqual(LETTERS);
        expect(groups.every((group) => chains.some((chain) => group.every((id) => chain.includes(id))))).toBe(
          true,
        );
      }),
    );
  });
});

describe('connected articles', () => {
  it('are joined over any number of links of the kinds asked for', () => {
    const links = [link('ab', 1, 'same-origin'), link('bc', 1, 'same-origin'), link('cd', 1)];

    expect(connected(ids('abcd'), links, ['same-origin'])).toEqual([['a', 'b', 'c'], ['d']]);
    expect(connected(ids('abcd'), links, ['same-origin', 'same-story'])).toEqual([['a', 'b', 'c', 'd']]);
  });

  it('leave out links to articles that are not asked about', () => {
    expect(connected(ids('ac'), [link('ab', 1), link('bc', 1)], ['same-story'])).toEqual([['a'], ['c']]);
  });
});

function ids(letters: string): ArticleId[] {
  return [...letters] as ArticleId[];
}

function link(ends: string, score: number, kind: ArticleLink['kind'] = 'same-story'): ArticleLink {
  const [a, b] = ids(ends) as [ArticleId, ArticleId];
  return { a, b, kind, score, reasons: [] };
}

/** One link for some of the pairs of six articles. */
function linkSets(): fc.Arbitrary<ArticleLink[]> {
  const pairs = LETTERS.flatMap((a, at) => LETTERS.slice(at + 1).map((b) => a + b));
  const scores = fc.option(fc.constantFrom(0.3, 0.36, 0.4, 0.5, 0.6, 0.9), { nil: null });
  return fc
    .tuple(...pairs.map(() => scores))
    .map((drawn) => drawn.flatMap((score, at) => (score === null ? [] : [link(pairs[at] ?? '', score)])));
}

function shuffled<Item>(items: readonly Item[], dice: readonly number[]): Item[] {
  return items
    .map((item, at) => ({ item, key: dice[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
