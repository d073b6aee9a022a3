import { describe, expect, it } from 'vitest';
import { expectedOf, isAboutSigning, isEmptyWord, subjectOf } from '../../src/answers/question-words.ts';

describe('expectedOf', () => {
  it.each([
    ['When did Tokayev visit Pakistan?', 'when'],
    ['Wann besuchte Tokajew Pakistan?', 'when'],
    ['Когда Токаев посетил Пакистан?', 'when'],
    ['Тоқаев Пәкістанға қашан барды?', 'when'],
    ['توقایف کب پاکستان گئے؟', 'when'],
    ['How many documents were signed?', 'how-many'],
    ['Сколько документов подписано?', 'how-many'],
    ['Who is the foreign minister?', 'who'],
    ['Кто министр иностранных дел?', 'who'],
    ['Where did they meet?', 'where'],
    ['What was signed?', 'anything'],
    ['Elsewhere whole news', 'anything'],
  ])('reads "%s" as %s', (question, expected) => {
    expect(expectedOf(question)).toBe(expected);
  });
});

describe('subjectOf', () => {
  it('tells visits and signings from the rest, in several languages', () => {
    expect(subjectOf('When did Tokayev arrive?')).toBe('visit');
    expect(subjectOf('Когда был визит?')).toBe('visit');
    expect(subjectOf('What was signed?')).toBe('signing');
    expect(subjectOf('Welche Abkommen gibt es?')).toBe('signing');
    expect(subjectOf('How large is the trade turnover?')).toBeNull();
  });
});

describe('isEmptyWord', () => {
  it('knows words that only ask, whole and not in part', () => {
    expect(['what', 'When', 'сколько', 'کب'].every(isEmptyWord)).toBe(true);
    expect(['whatever', 'trade', 'doctor', 'товар'].some(isEmptyWord)).toBe(false);
  });
});

describe('isAboutSigning', () => {
  it('holds only for questions of nothing but signing', () => {
    expect(isAboutSigning(['signed'])).toBe(true);
    expect(isAboutSigning(['agreements', 'signed'])).toBe(true);
    expect(isAboutSigning(['trade', 'signed'])).toBe(false);
    expect(isAboutSigning([])).toBe(false);
  });
});
