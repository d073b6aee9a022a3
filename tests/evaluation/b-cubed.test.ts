import { describe, expect, it } from 'vitest';
import { bCubed, pairScore, setScore } from './b-cubed.ts';

/** Five items: a true group of three and one of two; one of the three was put with the two. */
const items = [
  { truth: 'visit', found: '1' },
  { truth: 'visit', found: '1' },
  { truth: 'visit', found: '2' },
  { truth: 'trade', found: '2' },
  { truth: 'trade', found: '2' },
];

describe('B-cubed', () => {
  it('averages over the items what their groups share', () => {
    const { precision, recall, f1 } = bCubed(items);

    expect(precision).toBeCloseTo((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5);
    expect(f1).toBeCloseTo(11 / 15);
  });

  it('is 1 for the true groups under other names', () => {
    const renamed = items.map(({ truth }) => ({ truth, found: `my ${truth}` }));

    expect(bCubed(renamed)).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
});

describe('pairs', () => {
  it('count as found when both stand in one group', () => {
    const { precision, recall } = pairScore(items);

    expect(precision).toBeCloseTo(2 / 4);
    expect(recall).toBeCloseTo(2 / 4);
  });
});

describe('sets', () => {
  it('are scored by what they share', () => {
    const { precision, recall, f1 } = setScore(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']));

    expect([precision, recall]).toEqual([2 / 4, 2 / 3]);
    expect(f1).toBeCloseTo(4 / 7);
  });

  it('of nothing to find are found by finding nothing', () => {
    expect(setScore(new Set(), new Set())).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
});
