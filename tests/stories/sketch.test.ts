import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import { compare } from '../../src/stories/compare.ts';
import { mayBeLinked, readSketch, sketchOf } from '../../src/stories/sketch.ts';
import { aFingerprint } from '../fixtures/an-understanding.ts';

const names = [
  'p:tokayev',
  'p:munir',
  'o:ispr',
  't:trade',
  'n:250',
  'w:visit',
  'w:trade',
  'a:x>y',
  '@day:2026',
];
const weights = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 5000 }), { maxKeys: 9 });
const articles = fc.record({ language: fc.constantFrom('en', 'ru'), weights });

describe('a sketch', () => {
  it('never rules out an article that comparing would link', () => {
    fc.assert(
      fc.property(articles, articles, (one, two) => {
        const [a, b] = [fingerprint('a-1', one), fingerprint('a-2', two)];

        const isAllowed = mayBeLinked(readSketch(a), readSketch(b));

        expect(isAllowed || compare(a, b) === null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('rules out an article that has nothing to do with another', () => {
    const one = fingerprint('a-1', { language: 'en', weights: { 'p:tokayev': 1000, 'n:250': 1000 } });
    const two = fingerprint('a-2', { language: 'en', weights: { 'p:munir': 1000, 't:trade': 1000 } });

    expect(mayBeLinked(readSketch(one), readSketch(two))).toBe(false);
  });

  it('does not take the stems of two languages for one another', () => {
    const stems = { 'w:visit': 1000, 'w:trade': 1000, 'p:munir': 300 };
    const one = fingerprint('a-1', { language: 'en', weights: stems });
    const two = fingerprint('a-2', { language: 'ru', weights: { ...stems, 'p:munir': 0, 'p:tokayev': 300 } });

    expect(mayBeLinked(readSketch(one), readSketch(two))).toBe(false);
    expect(mayBeLinked(readSketch(one), readSketch(one))).toBe(true);
  });
});

function fingerprint(id: string, told: { language: string; weights: Readonly<Record<string, number>> }) {
  const features = Object.fromEntries(
    Object.entries(told.weights).map(([name, thousandths]) => [name, thousandths / 1000]),
  );
  return aFingerprint({
    articleId: id as ArticleId,
    language: told.language,
    features,
    sketch: sketchOf(features, told.language),
  });
}
