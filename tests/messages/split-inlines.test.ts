import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Citation, Inline, Inlines } from '../../src/domain/message.ts';
import { bold, quote, text } from '../../src/messages/inline.ts';
import { type Measure, splitInlines } from '../../src/messages/split-inlines.ts';
import { anyInlines } from '../fixtures/any-message.ts';

const cited: Citation = {
  kind: 'citation',
  articleId: 'a1' as ArticleId,
  source: 'Dawn',
  date: '2026-02-04',
  url: null,
};

const shown = (inlines: Inlines): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'citation') return `[${inline.source}]`;
      return inline.kind === 'quote' ? `“${inline.text}”` : inline.text;
    })
    .join('');

const measure: Measure = (inlines) => shown(inlines).length;

const split = (inlines: Inlines, most: number) => splitInlines(inlines, most, measure).map(shown);

describe('text is cut where a reader minds least', () => {
  it('leaves alone what fits', () => {
    const inlines = [text('One. Two.'), cited];

    expect(splitInlines(inlines, 15, measure)).toEqual([inlines]);
  });

  it('cuts after a sentence with its citations', () => {
    const inlines = [text('One is told here.'), cited, cited, text(' Two is told here.'), cited];

    expect(split(inlines, 40)).toEqual(['One is told here.[Dawn][Dawn]', ' Two is told here.[Dawn]']);
  });

  it('puts as many sentences into a part as fit', () => {
    expect(split([text('Aaaa. Bbbb. Cccc. Dddd.')], 12)).toEqual(['Aaaa. Bbbb. ', 'Cccc. Dddd.']);
  });

  it('takes a sentence for one across its bold words and the words quoted in it', () => {
    const inlines = [text('Aaaaaa. '), quote('It is done!', 'en'), text(' said '), bold('Tokayev.'), cited];

    expect(split(inlines, 36)).toEqual(['Aaaaaa. ', '“It is done!” said Tokayev.[Dawn]']);
  });

  it('takes a rank or a pair of initials for no end of a sentence', () => {
    expect(split([text('Aaaaaa. He met Gen. Munir.'), cited], 26)).toEqual([
      'Aaaaaa. ',
      'He met Gen. Munir.[Dawn]',
    ]);
  });

  it('knows the full stop of Urdu', () => {
    expect(split([text('دستخط ہوئے۔ ملاقات ہوئی۔'), cited], 20)).toEqual([
      'دستخط ہوئے۔ ',
      'ملاقات ہوئی۔[Dawn]',
    ]);
  });

  it('keeps a line of parts set apart by dots in one piece, else cuts it after a citation', () => {
    const line = [bold('Signed!'), text(' · 2 articles '), cited, text(' · 1 origin '), cited];

    expect(split([text('Aaaaaaaaaaa. '), ...line], 49)).toEqual([
      'Aaaaaaaaaaa. ',
      'Signed! · 2 articles [Dawn] · 1 origin [Dawn]',
    ]);
    expect(split(line, 30)).toEqual(['Signed! · 2 articles [Dawn]', ' · 1 origin [Dawn]']);
  });

  it('cuts a sentence that is too long at spaces and leaves its citation on the last part', () => {
    expect(split([text('one two three four five'), cited], 15)).toEqual([
      'one two three',
      ' four',
      ' five[Dawn]',
    ]);
  });

  it('moves the last word with the citations that do not fit behind it, when they fit together', () => {
    const inlines = [text('One two'), cited, text(' '), cited];

    expect(split(inlines, 18)).toEqual(['One', ' two[Dawn] [Dawn]']);
    expect(split(inlines, 14)).toEqual(['One two[Dawn] ', '[Dawn]']);
  });

  it('cuts before a citation that stands behind no words', () => {
    expect(split([text('* * * * *'), cited], 10)).toEqual(['* * * * *', '[Dawn]']);
  });

  it('sets marks around a quotation once in every part', () => {
    const quoted = quote('It is. It was. It will be.', 'en');

    expect(split([text('Aaaaaaaaaaaa. '), quoted], 30)).toEqual([
      'Aaaaaaaaaaaa. “It is. ”',
      '“It was. It will be.”',
    ]);
  });

  it('does not join two quotations that stand side by side', () => {
    const inlines = [text('Aaaaaaaaaaa. '), quote('One.', 'en'), quote('Two.', 'en')];

    expect(split(inlines, 14)).toEqual(['Aaaaaaaaaaa. ', '“One.”“Two.”']);
  });

  it('cuts a long link into links to the same place', () => {
    const link: Inline = { kind: 'link', text: 'one two three', url: 'https://example.com' };

    expect(splitInlines([link], 8, measure)).toEqual([
      [{ ...link, text: 'one two' }],
      [{ ...link, text: ' three' }],
    ]);
  });

  it('cuts a word of any length between its characters', () => {
    const parts = split([text('👨‍👩‍👧'.repeat(40))], 100);

    expect(parts.join('')).toBe('👨‍👩‍👧'.repeat(40));
    expect(parts.every((part) => part.length <= 100 && part.length % '👨‍👩‍👧'.length === 0)).toBe(true);
  });

  it('cuts a pile of marks on one letter', () => {
    const pile = `a${'\u0301'.repeat(400)}`;

    expect(split([text(pile)], 100).every((part) => part.length <= 100)).toBe(true);
    expect(split([text(pile)], 100).join('')).toBe(pile);
  });
});

describe('whatever the text', () => {
  const most = fc.integer({ min: 240, max: 3000 });
  const signs = (inlines: Inlines) =>
    inlines.flatMap((inline) =>
      inline.kind === 'citation' ? [shown([inline])] : [...inline.text].map((sign) => inline.kind + sign),
    );

  it('is the same again when the parts are joined', () => {
    fc.assert(
      fc.property(anyInlines, most, (inlines, limit) => {
        const parts = splitInlines(inlines, limit, measure);

        expect(parts.flatMap(signs)).toEqual(signs(inlines));
      }),
    );
  });

  it('has no part that is too long', () => {
    fc.assert(
      fc.property(anyInlines, most, (inlines, limit) => {
        const parts = splitInlines(inlines, limit, measure);

        expect(Math.max(...parts.map(measure))).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('has no part that begins with a citation', () => {
    fc.assert(
      fc.property(anyInlines, most, (inlines, limit) => {
        const later = splitInlines(inlines, limit, measure).slice(1);

        for (const part of later) {
          const place = part.findIndex((inline) => inline.kind === 'citation');
          const before = shown(place === -1 ? part : part.slice(0, place));
          expect(place === -1 || before.trim() !== '').toBe(true);
        }
      }),
    );
  });
});
