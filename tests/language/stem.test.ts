import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { stem } from '../../src/language/stem.ts';
import { isStopWord } from '../../src/language/stop-words.ts';
import { normaliseWord } from '../../src/language/words.ts';

function stemsOf(language: Language, words: string): Set<string> {
  return new Set(words.split(' ').map((word) => stem(normaliseWord(word), language)));
}

describe('stem', () => {
  it.each<[Language, string]>([
    ['en', 'agreement agreements'],
    ['en', 'visit visited visiting visits'],
    ['de', 'Abkommen Abkommens'],
    ['de', 'Besuch Besuche Besuchen'],
    ['ru', 'соглашение соглашения соглашением соглашений'],
    ['ru', 'визит визита визитом визиты'],
    ['kk', 'келісім келісімге келісімнің келісімдер келісімдерді'],
    ['kk', 'кітап кітабы кітабына кітаптар'],
    ['kk', 'Тоқаев Тоқаевпен Тоқаевтың Тоқаевқа'],
    ['ur', 'معاہدہ معاہدے معاہدوں'],
    ['ur', 'ملاقات ملاقاتیں ملاقاتوں'],
  ])('brings the %s forms %s together', (language, words) => {
    expect(stemsOf(language, words).size).toBe(1);
  });

  it.each<[Language, string]>([
    ['en', 'trade defence energy'],
    ['ru', 'визит договор торговля'],
    ['kk', 'сауда сапар қорғаныс келісім'],
    ['ur', 'معاہدہ تجارت دفاع'],
  ])('keeps the different %s words %s apart', (language, words) => {
    expect(stemsOf(language, words).size).toBe(words.split(' ').length);
  });

  it('leaves numbers and unknown languages as they are', () => {
    expect(stem('34th', 'en')).toBe('34th');
    expect(stem('agreements', 'other')).toBe('agreements');
  });
});

describe('isStopWord', () => {
  it.each<[Language, string, string]>([
    ['en', 'the', 'trade'],
    ['de', 'für', 'handel'],
    ['ru', 'также', 'визит'],
    ['kk', 'және', 'сапар'],
    ['ur', 'انہوں', 'دورہ'],
  ])('knows in %s that %s says nothing and %s something', (language, stopWord, word) => {
    expect(isStopWord(normaliseWord(stopWord), language)).toBe(true);
    expect(isStopWord(normaliseWord(word), language)).toBe(false);
  });
});
