import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/domain/identity.ts';
import { indexTerms, queryTerms } from '../../src/language/index-terms.ts';

describe('indexTerms', () => {
  it('holds plain letters and digits only', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LANGUAGES, 'other' as const), (text, language) => {
        for (const term of indexTerms(text, language)) expect(term).toMatch(/^[a-z0-9]+$/);
        for (const term of queryTerms(text)) expect(term).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });

  it('leaves stop words out and keeps numbers', () => {
    expect(indexTerms('the 37 documents of 2026', 'en')).toEqual(['37', 'document', '2026']);
  });
});

describe('queryTerms', () => {
  it.each([
    ['trade agreements', 'Both sides signed a trade agreement.', 'en'],
    ['торговое соглашение', 'Стороны подписали торговые соглашения.', 'ru'],
    ['сауда келісімі', 'Тараптар сауда келісіміне қол қойды.', 'kk'],
    ['تجارتی معاہدہ', 'دونوں ممالک نے تجارتی معاہدوں پر دستخط کیے۔', 'ur'],
    ['der Besuch des Präsidenten', 'Der Präsident beendete seinen Besuch.', 'de'],
    ['Nurtleu', 'Министр Мурат Нуртлеу прибыл в Исламабад.', 'ru'],
    ['Токаев', 'Tokayev arrived in Islamabad.', 'en'],
    ['Tokayev', 'Бұл туралы Тоқаевпен кездесуде айтылды.', 'kk'],
    ['Tokayev', 'О визите Токаева сообщили вчера.', 'ru'],
    ['Тоқаевтың', 'صدر توقایف نے ملاقات کی۔', 'ur'],
    ['منیر', 'General Asim Munir visited Astana.', 'en'],
    ['Asim Munir', 'Переговоры с Асимом Муниром прошли в Астане.', 'ru'],
    ['Kazakhstan and Pakistan', 'Kazakhstan borders China, Pakistan does too.', 'en'],
  ] as const)('%s finds: %s', (query, passage, language) => {
    const terms = queryTerms(query);

    expect(terms.length).toBeGreaterThan(0);
    expect(indexTerms(passage, language)).toEqual(expect.arrayContaining(terms));
  });

  it('takes a capital at the beginning of a sentence for no name', () => {
    expect(queryTerms('Trade with Pakistan')).toEqual(['trade', 'xpkstn']);
  });

  it('drops question words', () => {
    expect(queryTerms('Who did Tokayev meet?')).not.toContain('who');
    expect(queryTerms('What is it about?')).toEqual([]);
    expect(queryTerms('Кто и когда?')).toEqual([]);
    expect(queryTerms('کون اور کب؟')).toEqual([]);
  });
});
