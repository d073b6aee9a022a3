import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportJson } from '../../src/answers/export-json.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { createProfileIndex, type ProfileIndex } from '../../src/understand/profile-index.ts';
import { readProfile, readSamples } from '../benchmarks/read-samples.ts';
import { exportAfter } from '../fixtures/export-after.ts';

/** Visits told by many outlets, their copies and translations, and what came between. */
const DENSE = /\/(?:2025-04-|2025-09-(?:09|10)|2026-02-0[2-5])/;

let index: ProfileIndex;
let drafts: readonly ArticleDraft[];
let expected: ExportJson;

beforeAll(async () => {
  const relationship = await readProfile();
  index = createProfileIndex(relationship);
  drafts = (await readSamples(relationship)).filter(({ locator }) => DENSE.test(locator));
  expected = await exportAfter([drafts], index);
});

describe('the order of arrival', () => {
  it('has something to decide in these articles', () => {
    expect(drafts.length).toBeGreaterThan(20);
    expect(expected.stories.length).toBeLessThan(expected.articles.length);
    expect(expected.stories.some(({ originCount, articleIds }) => originCount < articleIds.length)).toBe(
      true,
    );
    expect(expected.events.length).toBeGreaterThan(5);
    expect(expected.agreements.length).toBeGreaterThan(2);
  });

  it('does not matter for anything that is exported, nor does the size of the batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...drafts], { minLength: drafts.length }),
        fc.integer({ min: 1, max: 20 }),
        async (shuffled, size) => {
          const archive = await exportAfter(batchesOf(shuffled, size), index);

          expect(archive).toEqual(expected);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('of the same articles again changes nothing', async () => {
    const archive = await exportAfter([drafts, drafts.toReversed(), drafts], index);

    expect(archive).toEqual(expected);
  });
});

function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
