import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseWord, wordsOf } from '../../src/language/words.ts';

function norms(text: string): string[] {
  return wordsOf(text).map((word) => word.norm);
}

describe('wordsOf', () => {
  it('ends a word at a hyphen and counts digits as words', () => {
    expect(norms('Kassym-Jomart Tokayev, 34th, 250')).toEqual(['kassym', 'jomart', 'tokayev', '34th', '250']);
  });

  it('leaves the English clitic out and keeps an apostrophe inside a name', () => {
    expect(norms("Pakistan's visit doesn’t touch Sana'a")).toEqual([
      'pakistan',
      'visit',
      'does',
      'touch',
      'sanaa',
    ]);
  });

  it('points at the exact slice in every script', () => {
    const text = 'Президент Қасым-Жомарт Тоқаев؛ صدر توقایف نے';

    const slices = wordsOf(text).map((word) => text.slice(word.start, word.end));

    expect(slices).toEqual(['Президент', 'Қасым', 'Жомарт', 'Тоқаев', 'صدر', 'توقایف', 'نے']);
  });

  it('keeps a word with a zero-width joiner whole', () => {
    expect(norms('می\u200cخواهد')).toEqual(['میخواہد']);
  });

  it('gives ordered words that do not overlap and normalise to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.norm).toBe(normaliseWord(text.slice(word.start, word.end)));
          last = word.end;
        }
      }),
    );
  });
});

describe('normaliseWord', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['Größe', 'grösse'],
    ['İstanbul', 'istanbul'],
    ['مُلاقات', 'ملاقات'],
    ['كراتشي', 'کراتشی'],
    ['خارجہ', 'خارجه'],
    ['آصف', 'اصف'],
    ['اعلیٰ', 'اعلی'],
    ['پاکســتان', 'پاکستان'],
    ['۲۰۲۵', '2025'],
    ['Құрманғазы', 'ҚҰРМАНҒАЗЫ'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(normaliseWord(one)).toBe(normaliseWord(other));
  });

  it('keeps the umlaut, which tells German words apart', () => {
    expect(normaliseWord('schön')).not.toBe(normaliseWord('schon'));
  });
});
