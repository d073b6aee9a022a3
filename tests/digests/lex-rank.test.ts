import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexRank, likeness, termVectors } from '../../src/digests/lex-rank.ts';

const evenly = (sentences: readonly unknown[]) => sentences.map(() => 1);

describe('the ranks of sentences', () => {
  it('are highest for the one that the others are like', () => {
    const sentences = [
      ['visit', 'airport'],
      ['visit', 'trade', 'defence', 'transit'],
      ['trade', 'billion'],
      ['transit', 'rail'],
      ['weather', 'rain'],
    ];

    const ranks = lexRank(termVectors(sentences), evenly(sentences));

    expect(ranks.indexOf(Math.max(...ranks))).toBe(1);
    expect(ranks.indexOf(Math.min(...ranks))).not.toBe(1);
  });

  it('lean to where the walk begins anew', () => {
    const vectors = termVectors([
      ['visit', 'trade'],
      ['visit', 'trade'],
      ['visit', 'trade'],
    ]);

    const [first = 0, second = 0, third = 0] = lexRank(vectors, [4, 1, 1]);

    expect(first).toBeGreaterThan(second);
    expect(second).toBeCloseTo(third);
  });

  it('sum to one, and do not depend on the order of the sentences', () => {
    const terms = fc.array(fc.constantFrom('visit', 'trade', 'rail', 'flight'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 9 }), (sentences) => {
        const ranks = lexRank(termVectors(sentences), evenly(sentences));
        const turned = sentences.toReversed();
        const turnedRanks = lexRank(termVectors(turned), evenly(turned)).toReversed();

        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1);
        for (const [at, rank] of ranks.entries()) expect(turnedRanks[at]).toBeCloseTo(rank, 6);
      }),
    );
  });

  it('rest on likeness: one for the same terms, none for others', () => {
    const [a, same, other] = termVectors([['visit', 'trade'], ['trade', 'visit'], ['rain']]);

    expect(likeness(a ?? new Map(), same ?? new Map())).toBeCloseTo(1);
    expect(likeness(a ?? new Map(), other ?? new Map())).toBe(0);
  });
});
