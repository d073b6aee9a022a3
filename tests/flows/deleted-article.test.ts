import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportArchive } from '../../src/answers/export-archive.ts';
import type { ExportJson } from '../../src/answers/export-json.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import { acceptArticles } from '../../src/jobs/accept-articles.ts';
import { deleteArticle } from '../../src/ledger/delete-article.ts';
import { createProfileIndex, type ProfileIndex } from '../../src/understand/profile-index.ts';
import { readProfile, readSamples } from '../benchmarks/read-samples.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { exportAfter } from '../fixtures/export-after.ts';

/** A visit told by many outlets, with copies and translations. */
const DENSE = /\/2026-02-0[2-5]/;

const clock = createFakeClock(Date.parse('2026-06-01T06:00:00Z'));

let index: ProfileIndex;
let drafts: readonly ArticleDraft[];

beforeAll(async () => {
  const relationship = await readProfile();
  index = createProfileIndex(relationship);
  drafts = (await readSamples(relationship)).filter(({ locator }) => DENSE.test(locator));
});

describe('an article that is deleted', () => {
  it('has been in stories and in the ledger of these articles', async () => {
    const { stories, events, agreements } = await exportAfter([drafts], index);

    expect(stories.some(({ articleIds }) => articleIds.length > 3)).toBe(true);
    expect(Math.min(events.length, agreements.length)).toBeGreaterThan(2);
  });

  it('leaves everything as if it had never come, whichever and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...drafts], { minLength: 1, maxLength: 4 }), async (unwanted) => {
        const wanted = drafts.filter((draft) => !unwanted.includes(draft));

        expect(await exportAfterDeleting(unwanted)).toEqual(await exportAfter([wanted], index));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('does not come back when it is read again', async () => {
    const [unwanted] = drafts as [ArticleDraft];

    const archive = await exportAfterDeleting([unwanted], [unwanted]);

    expect(archive.articles).toHaveLength(drafts.length - 1);
    expect(archive.articles.map(({ url }) => url)).not.toContain(unwanted.url);
  });

  it('that is not there is said not to be', async () => {
    const store = await anEmptyStore();

    expect(await deleteArticle('a-nothing' as ArticleId, { store, index, now: clock.now() })).toBe(false);
    await store.close();
  });
});

async function exportAfterDeleting(
  unwanted: readonly ArticleDraft[],
  later: readonly ArticleDraft[] = [],
): Promise<ExportJson> {
  const store = await anEmptyStore();
  await acceptArticles(drafts, { store, clock, index });
  for (const { locator } of unwanted) {
    const article = await store.articles.find(locator);
    if (article !== null) await deleteArticle(article.id, { store, index, now: clock.now() });
  }
  await acceptArticles(later, { store, clock, index });
  const archive = await exportArchive(store, index.relationship);
  await store.close();
  return archive;
}
