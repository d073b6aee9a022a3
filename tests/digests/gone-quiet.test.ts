import { expect, it } from 'vitest';
import { goneQuiet } from '../../src/digests/gone-quiet.ts';
import { addDays, startOfDay } from '../../src/domain/day.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { aFingerprint, anUnderstanding } from '../fixtures/an-understanding.ts';

const FIRST_DAY = '2025-12-20';
const DAYS_HEARD = 20;

/** Who is quiet so many days after a side that was heard every day fell silent. */
async function quietAfter(days: number, { hasFeed = true } = {}) {
  const store = await anEmptyStore();
  const lastSuccessAt = startOfDay(addDays(FIRST_DAY, DAYS_HEARD + days));
  const feed = aFeed({ addedAt: startOfDay(FIRST_DAY), state: { lastSuccessAt } });
  if (hasFeed) await store.feeds.add(feed);
  for (let day = 0; day < DAYS_HEARD; day += 1) {
    const publishedAt = startOfDay(addDays(FIRST_DAY, day));
    const draft = aDraft({ url: `https://example.org/${day}`, publishedAt, text: `Day ${day}.` });
    const { id } = (await store.articles.save(draft, publishedAt)).article;
    await store.understandings.save(anUnderstanding({ articleId: id }), aFingerprint({ articleId: id }));
  }
  const relationship = aRelationship({ sources: [aSource()] });
  const quiet = await goneQuiet(lastSuccessAt, relationship, store);
  await store.close();
  return quiet.map(({ kind, of, lastDay }) => `${kind} ${of} ${lastDay}`);
}

it('a side and a language that were heard every day are quiet after weeks without a word', async () => {
  expect(await quietAfter(20)).toEqual(['side KZ 2026-01-08', 'language en 2026-01-08']);
});

it('a few silent days are no silence, nor is any where no feed could have broken it', async () => {
  expect(await quietAfter(3)).toEqual([]);
  expect(await quietAfter(20, { hasFeed: false })).toEqual([]);
});
