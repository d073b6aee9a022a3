import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { ArticleLink } from '../../src/domain/story.ts';
import type { ArticleStore, Fingerprint } from '../../src/ports/store.ts';
import { storyOf } from '../../src/stories/story-of.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { aFingerprint } from '../fixtures/an-understanding.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-02-04T09:00:00Z');
const index = createProfileIndex(aKnownPair());

describe('a story', () => {
  it('is led by the first article with a stated time, and keeps its id while later ones join', async () => {
    const { members, articles } = await published([
      { name: 'inferred', daysLater: -1, isPublicationStated: false },
      { name: 'second', daysLater: 1 },
      { name: 'first', daysLater: 0 },
    ]);
    const [inferred, second, first] = members as [Fingerprint, Fingerprint, Fingerprint];

    const early = await storyOf([first], [], { index, articles });
    const late = await storyOf(members, [], { index, articles });

    expect(late.leadId).toBe(first.articleId);
    expect(late.id).toBe(early.id);
    expect(late.articleIds).toEqual([first.articleId, second.articleId, inferred.articleId]);
    expect(late.firstPublishedAt).toBe(START - DAY_MS);
    expect(late.lastPublishedAt).toBe(START + DAY_MS);
  });

  it('is the same for any order of its articles', async () => {
    const { members, articles } = await published([
      { name: 'one', daysLater: 0 },
      { name: 'two', daysLater: 0 },
      { name: 'three', daysLater: 0 },
    ]);

    const stories = await Promise.all(
      [members, members.toReversed()].map((order) => storyOf(order, [], { index, articles })),
    );

    expect(stories[1]).toEqual(stories[0]);
  });

  it('has its title from the first English article, else from its lead', async () => {
    const { members, articles } = await published([
      { name: 'Ерте', daysLater: 0, language: 'ru' },
      { name: 'Later', daysLater: 1, language: 'en' },
    ]);

    const both = await storyOf(members, [], { index, articles });
    const russian = await storyOf(members.slice(0, 1), [], { index, articles });

    expect([both.title, both.titleLanguage, both.leadId]).toEqual(['Later', 'en', members[0]?.articleId]);
    expect([russian.title, russian.titleLanguage]).toEqual(['Ерте', 'ru']);
    expect(both.languages).toEqual(['en', 'ru']);
  });

  it('counts the copies of one report as one origin, led by the earliest', async () => {
    const { members, articles } = await published([
      { name: 'copy', daysLater: 1 },
      { name: 'original', daysLater: 0 },
      { name: 'other', daysLater: 2 },
    ]);
    const [copy, original, other] = members.map(({ articleId }) => articleId) as [
      ArticleId,
      ArticleId,
      ArticleId,
    ];
    const links: ArticleLink[] = [
      { a: copy, b: original, kind: 'same-origin', score: 1, reasons: [] },
      { a: copy, b: other, kind: 'same-story', score: 1, reasons: [] },
    ];

    const story = await storyOf(members, links, { index, articles });

    expect(story.origins).toEqual([
      { id: `o-${original.slice(2)}`, leadId: original, articleIds: [original, copy] },
      { id: `o-${other.slice(2)}`, leadId: other, articleIds: [other] },
    ]);
  });

  it('gathers people, sure topics and the sides of its sources', async () => {
    const { members, articles } = await published([
      { name: 'one', daysLater: 0, sourceId: 'dawn', features: { 'p:munir': 2, 't:trade': 0.2 } },
      { name: 'two', daysLater: 0, sourceId: null, features: { 'p:tokayev': 1, 't:defence': 0.8 } },
    ]);

    const story = await storyOf(members, [], { index, articles });

    expect(story).toMatchObject({ personIds: ['munir', 'tokayev'], topicIds: ['defence'], sides: ['PK'] });
  });
});

type Choices = Partial<Fingerprint> & { readonly name: string; readonly daysLater: number };

/** Stores an article for each and gives their fingerprints. */
async function published(
  all: readonly Choices[],
): Promise<{ members: Fingerprint[]; articles: ArticleStore }> {
  const { articles } = await anEmptyStore();
  const members: Fingerprint[] = [];
  for (const { name, daysLater, ...choices } of all) {
    const language = choices.language === 'ru' ? 'ru' : 'en';
    const draft = aDraft({ url: `https://example.org/${name}`, title: name, language });
    const { article } = await articles.save(draft, START);
    const publishedAt = START + daysLater * DAY_MS;
    members.push(aFingerprint({ articleId: article.id, publishedAt, features: {}, ...choices }));
  }
  return { members, articles };
}
