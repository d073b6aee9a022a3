import { describe, expect, it } from 'vitest';
import { type Choice, choosePassages } from '../../src/digests/choose-passages.ts';
import type { Article } from '../../src/domain/article.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anArticle } from '../fixtures/an-article.ts';

const VISIT = 'ISLAMABAD: President Tokayev began a state visit to Pakistan on Tuesday.';
const TARGET = 'The two sides set a trade target of one billion dollars for next year.';

function chosen(articles: readonly Article[], choice: Partial<Choice> = {}): readonly string[] {
  const story = aStory({ articleIds: articles.map(({ id }) => id) });
  const byId = new Map(articles.map((article) => [article.id, article]));
  const wanted = { language: 'en', mutedSourceIds: [], most: 1, ...choice } as const;
  return choosePassages(story, byId, wanted).map(({ text }) => text);
}

describe('the sentences of a story', () => {
  it('are exact slices of its articles, without the dateline', () => {
    const article = anArticle({ text: `${VISIT} ${TARGET}` });

    const texts = chosen([article], { most: 2 });

    expect(texts).toEqual([VISIT.slice('ISLAMABAD: '.length), TARGET]);
    expect(texts.every((text) => article.text.includes(text))).toBe(true);
  });

  it('are in the reader’s language where there is an article in it, else in that of the lead', () => {
    const russian = 'Президент Казахстана прибыл сегодня с визитом в Исламабад.';
    const articles = [
      anArticle({ id: 'a-1', language: 'ru', text: russian }),
      anArticle({ id: 'a-2', text: VISIT }),
    ];

    expect(chosen(articles)).toEqual([VISIT.slice('ISLAMABAD: '.length)]);
    expect(chosen(articles, { language: 'ur' })).toEqual([russian]);
  });

  it('say what most articles of the story say, not what only one begins with', () => {
    const told = [
      'Officials in the capital spoke of a warm day for everybody there. Tokayev and Sharif signed the transit trade agreement in Islamabad on Wednesday.',
      'Tokayev and Sharif signed a transit trade agreement in Islamabad.',
      'The transit trade agreement was signed by Tokayev and Sharif on Wednesday in Islamabad.',
    ];
    const articles = told.map((text, at) => anArticle({ id: `a-${at}`, text }));

    expect(chosen(articles)[0]).toContain('transit trade agreement');
  });

  it('do not say one thing twice', () => {
    const articles = [
      anArticle({ id: 'a-1', text: `${VISIT} ${TARGET}` }),
      anArticle({
        id: 'a-2',
        text: 'President Tokayev began a state visit to Pakistan on Tuesday, officials say.',
      }),
    ];

    const texts = chosen(articles, { most: 2 });

    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('state visit'))).toHaveLength(1);
  });

  it('do not begin with a word that points back to what is not shown', () => {
    const text = 'He also met the chief of the army staff at the presidency.';

    expect(chosen([anArticle({ text: `${VISIT} ${text}` })], { most: 2 })).toHaveLength(1);
  });

  it('never come from a muted source', () => {
    const articles = [
      anArticle({ id: 'a-1', text: VISIT, sourceId: 'dawn' }),
      anArticle({ id: 'a-2', text: TARGET, sourceId: 'kapital' }),
    ];

    expect(chosen(articles, { mutedSourceIds: ['dawn'], most: 2 })).toEqual([TARGET]);
  });

  it('are none where nothing is said', () => {
    expect(chosen([anArticle({ text: 'Astana, Monday.' })])).toEqual([]);
  });
});
