import { describe, expect, it } from 'vitest';
import { aReading } from '../fixtures/a-reading.ts';
import type { DraftChoices } from '../fixtures/an-article.ts';

describe('topics', () => {
  it('are found by their words in the language of the article, inflected too', () => {
    const russian = topicsOf('Они говорили о торговле.', { language: 'ru' });
    const kazakh = topicsOf('Олар сауданы талқылады.', { language: 'kk' });
    const foreign = topicsOf('Олар сауданы талқылады.', { language: 'de' });

    expect(russian).toMatchObject([{ topicId: 'trade', words: ['торговле'] }]);
    expect(kazakh).toMatchObject([{ topicId: 'trade', words: ['сауданы'] }]);
    expect(foreign).toEqual([]);
  });

  it('count each word once, however often it stands', () => {
    const once = topicsOf('They spoke of the army.');
    const often = topicsOf('They spoke of the army. The army came. The Army left.');

    expect(often).toEqual(once);
  });

  it('come strongest first, words of the title counting twice', () => {
    const topics = topicsOf('The army and the armed forces held a drill before the trade talks.', {
      title: 'A drill',
    });

    expect(topics.map(({ topicId, score }) => [topicId, score])).toEqual([
      ['defence', 1],
      ['trade', 0.25],
    ]);
  });

  it('of the same strength come in the order of their names', () => {
    const topics = topicsOf('Trade first, then the army.');

    expect(topics.map(({ topicId }) => topicId)).toEqual(['defence', 'trade']);
  });
});

function topicsOf(text: string, choices: DraftChoices = {}) {
  return aReading(text, choices).read.understanding.topics;
}
