import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { createPhraseIndex, type PhraseIndex } from '../../src/language/phrase-index.ts';
import { wordsOf } from '../../src/language/words.ts';

describe('a phrase index', () => {
  it('finds the longest phrase at each place and says where it stands', () => {
    const index = createPhraseIndex([
      { spelling: 'Foreign Minister', value: 'minister' },
      { spelling: 'Deputy Foreign Minister', value: 'deputy' },
      { spelling: 'Foreign Minister of Trade', value: 'never here' },
    ]);
    const text = 'The Deputy Foreign Minister met the Foreign Minister of Pakistan.';

    const hits = find(index, text);

    expect(hits).toEqual([
      { form: 'Deputy Foreign Minister', values: ['deputy'] },
      { form: 'Foreign Minister', values: ['minister'] },
    ]);
  });

  it('gives everything that is filed under one phrase', () => {
    const index = createPhraseIndex([
      { spelling: 'president', value: 'KZ' },
      { spelling: 'president', value: 'PK' },
      { spelling: 'president', value: 'PK' },
    ]);

    const hits = find(index, 'The President spoke.');

    expect(hits).toEqual([{ form: 'President', values: ['KZ', 'PK'] }]);
  });

  it('asks for a capital where the spelling has one, and only there', () => {
    const index = createPhraseIndex([
      { spelling: 'Астана', value: 'astana' },
      { spelling: 'министр', value: 'minister' },
    ]);
    const text = 'Қазақстан астанасы — Астана. Министр сол астанада.';

    const hits = find(index, text, 'kk');

    expect(hits.map(({ form }) => form)).toEqual(['Астана', 'Министр']);
  });

  it('prefers what is spelt exactly to what could be an inflected form', () => {
    const index = createPhraseIndex([
      { spelling: 'хан', value: 'khan' },
      { spelling: 'хана', value: 'khana' },
    ]);
    const text = 'хана';

    const [hit] = index.find(text, wordsOf(text), 'ru');

    expect(hit).toMatchObject({ values: ['khana'], isInflected: false });
  });

  it('marks an inflected phrase as such', () => {
    const index = createPhraseIndex([{ spelling: 'министр иностранных дел', value: 'minister' }]);
    const text = 'с министром иностранных дел';

    const [hit] = index.find(text, wordsOf(text), 'ru');

    expect(hit).toMatchObject({ isInflected: true, fromWord: 1, toWord: 4 });
  });

  it('joins words over hyphens and dots, but not over a full stop and new sentence or a comma', () => {
    const index = createPhraseIndex([{ spelling: 'Kassym-Jomart Tokayev', value: 'tokayev' }]);

    const joined = find(index, 'Kassym Jomart Tokayev and Kassym-Jomart  Tokayev');
    const apart = find(index, 'Kassym, Jomart Tokayev. Kassym Jomart (Tokayev)');

    expect(joined).toHaveLength(2);
    expect(apart).toEqual([]);
  });

  it('ignores a spelling without letters or digits', () => {
    const index = createPhraseIndex([{ spelling: '—', value: 'nothing' }]);

    expect(find(index, '— nothing —')).toEqual([]);
  });

  it('finds every phrase between other words, at its place and without overlap', () => {
    const phrases = ['Asim Munir', 'army chief', 'Foreign Minister', 'chief'];
    const index = createPhraseIndex(phrases.map((spelling) => ({ spelling, value: spelling })));

    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...phrases, 'met', 'and, then', '2025'), { maxLength: 8 }),
        (parts) => {
          const text = parts.join('; ');

          const hits = find(index, text);

          expect(hits.map(({ form }) => form)).toEqual(parts.filter((part) => phrases.includes(part)));
        },
      ),
    );
  });
});

function find(index: PhraseIndex<string>, text: string, language: Language = 'en') {
  return index
    .find(text, wordsOf(text), language)
    .map(({ start, end, values }) => ({ form: text.slice(start, end), values }));
}
