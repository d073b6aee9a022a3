import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorNames } from '../../src/ingest/formats/author-names.ts';

describe('the names of authors', () => {
  it.each([
    ['By Aida Omarova', 'Aida Omarova'],
    ['  BY:  Aida\n Omarova | ', 'Aida Omarova'],
    ['Von Anna Müller', 'Anna Müller'],
    ['Autorin: Anna Müller', 'Anna Müller'],
    ['Автор: Аида Омарова', 'Аида Омарова'],
    ['Авторы: А. Омарова, Б. Хан', 'А. Омарова, Б. Хан'],
    ['Авторлар: Әлия Сәрсен', 'Әлия Сәрсен'],
    ['Мәтін: Әлия Сәрсен', 'Әлия Сәрсен'],
    ['تحریر: بلال خان', 'بلال خان'],
    ['Bilal Khan (b.khan@dawn.com)', 'Bilal Khan'],
    ['Bilal Khan @bkhan', 'Bilal Khan'],
    ['Byron Vonnegut', 'Byron Vonnegut'],
  ])('%j is %j', (written, name) => {
    expect(authorNames([written])).toBe(name);
  });

  it.each([
    '',
    '—',
    '42',
    'admin',
    'https://dawn.com/khan',
    'www.dawn.com',
    'dawn.com',
    '/authors/7',
    'b@dawn.com',
    'A',
  ])('are not in %j', (written) => {
    expect(authorNames([written])).toBeNull();
  });

  it('are not in a whole sentence', () => {
    expect(
      authorNames(['Aida Omarova covers trade between the two countries and has done so for twenty years.']),
    ).toBeNull();
  });

  it('stand once each, in their order', () => {
    expect(authorNames(['By B. Khan', 'A. Omarova', 'B. Khan', 'admin'])).toBe('B. Khan, A. Omarova');
  });

  it('are read from any text, quickly', () => {
    const startedAt = performance.now();

    for (const piece of ['by ', '(@', '<a', ' @', '. '])
      expect(authorNames([piece.repeat(500_000)])).toBeNull();

    expect(performance.now() - startedAt).toBeLessThan(1_000);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void authorNames([text])));
  });
});
