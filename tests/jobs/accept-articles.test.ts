import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { acceptArticles } from '../../src/jobs/accept-articles.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft, type DraftChoices } from '../fixtures/an-article.ts';

const ALL = { limit: 20, offset: 0 };
const index = createProfileIndex(aKnownPair());
const clock = createFakeClock(Date.parse('2026-02-10T06:00:00Z'));

const ARRIVAL = draftOn('2026-02-03', {
  url: 'https://dawn.com/arrival',
  title: 'Kassym-Jomart Tokayev in Pakistan on a state visit',
  text:
    'President Kassym-Jomart Tokayev of Kazakhstan arrived in Islamabad on a state visit on February 3. ' +
    'Prime Minister Shehbaz Sharif of Pakistan received him. They spoke of 40 trucks and of the army.',
});
const RETOLD = draftOn('2026-02-04', {
  url: 'https://astanatimes.com/arrival',
  title: 'Kassym-Jomart Tokayev begins state visit to Pakistan',
  text:
    'On February 3 Kassym-Jomart Tokayev of Kazakhstan came to Islamabad on a state visit. ' +
    'Prime Minister Shehbaz Sharif of Pakistan welcomed him. The two spoke of the army, and of 40 trucks.',
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

describe('accepting articles', () => {
  it('says of each whether it is new, revised or unchanged', async () => {
    await accept(ARRIVAL);

    const outcomes = await accept(ARRIVAL, RETOLD, { ...ARRIVAL, text: `${ARRIVAL.text} More later.` });

    expect(outcomes).toEqual(['unchanged', 'new', 'revised']);
    expect(await store.articles.count()).toBe(2);
  });

  it('takes an article through every stage', async () => {
    await accept(ARRIVAL);

    const article = await store.articles.find(ARRIVAL.url ?? '');
    const { rows: stories } = await store.stories.latest({}, ALL);
    const { rows: events } = await store.ledger.events({ kind: 'visit' }, ALL);
    const found = await store.passages.search({ terms: ['truck'], match: 'all' }, ALL);
    expect(stories).toMatchObject([{ articleIds: [article?.id], personIds: ['shehbaz', 'tokayev'] }]);
    expect(events).toMatchObject([{ fromDay: '2026-02-03', status: 'held', storyIds: [stories[0]?.id] }]);
    expect(found.rows).toMatchObject([{ articleId: article?.id }]);
  });

  it('stores the publication that it inferred', async () => {
    await accept({ ...ARRIVAL, publication: { at: null, certainty: 'unknown', reason: 'no date found' } });

    const article = await store.articles.find(ARRIVAL.url ?? '');
    expect(article?.publication).toMatchObject({
      at: Date.parse('2026-02-03T12:00:00Z'),
      certainty: 'inferred',
    });
  });

  it('keeps an event beside its story when an earlier article, silent on the event, becomes the lead', async () => {
    await accept(RETOLD);
    const before = await store.stories.latest({}, ALL);

    await accept(withoutVisit(ARRIVAL));

    const { rows: stories } = await store.stories.latest({}, ALL);
    const { rows: events } = await store.ledger.events({ kind: 'visit' }, ALL);
    expect(stories).toHaveLength(1);
    expect(stories[0]?.id).not.toBe(before.rows[0]?.id);
    expect(events.map(({ storyIds, evidence }) => [storyIds, evidence.length])).toEqual([
      [[stories[0]?.id], 1],
    ]);
  });

  it('takes a revised article out of the story and event that it no longer tells of', async () => {
    await accept(ARRIVAL, RETOLD);

    await accept({ ...RETOLD, text: 'A new airport was opened in Almaty.', title: aTitle('Airport') });

    const { rows: stories } = await store.stories.latest({}, ALL);
    const { rows: events } = await store.ledger.events({ kind: 'visit' }, ALL);
    const arrival = await store.articles.find(ARRIVAL.url ?? '');
    const stale = await store.passages.search({ terms: ['islamabad'], match: 'all' }, ALL);
    expect(stories.map(({ articleIds }) => articleIds)).toEqual([[arrival?.id]]);
    expect(events.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId))).toEqual([
      arrival?.id,
    ]);
    expect(stale.rows.map(({ articleId }) => articleId)).toEqual([arrival?.id]);
  });

  it('does not believe a copy any longer once its original is revised to say less', async () => {
    const signed = 'Kazakhstan and Pakistan signed the agreement on peacekeeping in September 2025.';
    const ready = 'Kazakhstan and Pakistan are ready to sign the agreement on peacekeeping.';
    const copy = { ...ARRIVAL, url: 'https://copy.example/', locator: 'https://copy.example/' };
    await accept(ARRIVAL, { ...copy, ...laterBy(1), text: `${ARRIVAL.text} ${signed}` });
    const { rows: before } = await store.ledger.agreements({}, ALL);

    await accept({ ...ARRIVAL, text: `${ARRIVAL.text} ${ready}` });

    const { rows: after } = await store.ledger.agreements({}, ALL);
    expect(before).toMatchObject([{ status: 'signed' }]);
    expect(after).toMatchObject([{ status: 'ready-to-sign', steps: [{}] }]);
  });

  it('stores all of a batch or nothing', async () => {
    const broken = breakingAt(RETOLD.title.value);

    const accepted = acceptArticles([ARRIVAL, RETOLD], { store: broken, clock, index });

    await expect(accepted).rejects.toThrow('disk full');
    expect(await store.articles.count()).toBe(0);
    expect((await store.stories.latest({}, ALL)).total).toBe(0);
    expect((await store.ledger.events({}, ALL)).total).toBe(0);
  });
});

function accept(...drafts: readonly ArticleDraft[]) {
  return acceptArticles(drafts, { store, clock, index });
}

function draftOn(day: string, choices: DraftChoices): ArticleDraft {
  return aDraft({ ...choices, publishedAt: Date.parse(`${day}T12:00:00Z`) });
}

function laterBy(days: number): Pick<ArticleDraft, 'publication'> {
  const at = (ARRIVAL.publication.at ?? 0) + days * 86_400_000;
  return { publication: { ...ARRIVAL.publication, at } };
}

function withoutVisit(draft: ArticleDraft): ArticleDraft {
  const plain = (words: string) =>
    words.replace(' on a state visit', '').replace('arrived in Islamabad', 'was in Islamabad');
  return { ...draft, title: aTitle(plain(draft.title.value)), text: plain(draft.text) };
}

function aTitle(value: string): ArticleDraft['title'] {
  return { value, certainty: 'stated' };
}

/** The store, out of space as soon as the passages of an article with this title are written. */
function breakingAt(title: string): Store {
  return {
    ...store,
    transaction: (work) =>
      store.transaction((inner) =>
        work({
          ...inner,
          passages: {
            ...inner.passages,
            async index(id, passages) {
              const article = await inner.articles.get(id);
              if (article?.title.value === title) throw new Error('disk full');
              return inner.passages.index(id, passages);
            },
          },
        }),
      ),
  };
}
