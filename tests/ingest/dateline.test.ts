import { describe, expect, it } from 'vitest';
import { findDateline } from '../../src/ingest/dateline.ts';

describe('a dateline', () => {
  it.each([
    ['ASTANA – The two sides met.', 'ASTANA', null],
    ['ASTANA - The two sides met.', 'ASTANA', null],
    ['ASTANA: The two sides met.', 'ASTANA', null],
    ['NUR-SULTAN. KAZINFORM – The two sides met.', 'NUR-SULTAN', null],
    ['NEW YORK, Sept 23, 2025 (APP): The two sides met.', 'NEW YORK', { year: 2025, month: 9, day: 23 }],
    ['ISLAMABAD, Feb 4 (APP): The two sides met.', 'ISLAMABAD', { year: null, month: 2, day: 4 }],
    [
      'ISLAMABAD, (UrduPoint / Pakistan Point News – 9th Aug, 2025): The two sides met.',
      'ISLAMABAD',
      { year: 2025, month: 8, day: 9 },
    ],
    ['Astana, 24. April 2025 – The two sides met.', 'Astana', { year: 2025, month: 4, day: 24 }],
    ['Baku, 1. Mai, AZERTAC – The two sides met.', 'Baku', { year: null, month: 5, day: 1 }],
    ['Islamabad (dpa) – The two sides met.', 'Islamabad', null],
    ['Islamabad (dpa) The two sides met.', 'Islamabad', null],
    ['ISLAMABAD, 9. August 2025. The two sides met.', 'ISLAMABAD', { year: 2025, month: 8, day: 9 }],
    ['АСТАНА. КАЗИНФОРМ – The two sides met.', 'АСТАНА', null],
    ['АЛМАТЫ, 4 фев – The two sides met.', 'АЛМАТЫ', { year: null, month: 2, day: 4 }],
    [
      'Астана. 21 желтоқсан. Kazakhstan Today – The two sides met.',
      'Астана',
      { year: null, month: 12, day: 21 },
    ],
    ['اسلام آباد (اے پی پی) The two sides met.', 'اسلام آباد', null],
    ['لاہور: The two sides met.', 'لاہور', null],
  ])('is found in %j and ends where the report begins', (text, place, date) => {
    const dateline = findDateline(text);

    expect(dateline).toMatchObject({ place, date });
    expect(text.slice(dateline?.end)).toBe('The two sides met.');
  });

  it('is found when the dash is glued to the first word', () => {
    const text = 'ASTANA-Präsident Tokajew empfing den Gast.';

    const dateline = findDateline(text);

    expect(dateline?.place).toBe('ASTANA');
    expect(text.slice(dateline?.end)).toBe('Präsident Tokajew empfing den Gast.');
  });

  it.each([
    'President Tokayev met his guest in Astana.',
    'US-Präsident Trump hat den Friedensrat vorgestellt.',
    'FLIGHTS TO LAHORE: AN OLD PLAN RETURNS',
    'Kazakhstan, a country of the steppe – and of oil – wants a port.',
    'Қазақстан мен Пәкістан келісімге қол қойды.',
    'قازقستان کے صدر نے وزیراعظم سے ملاقات کی۔ انہوں نے کہا: شکریہ۔',
    '',
  ])('is not seen in %j', (text) => {
    expect(findDateline(text)).toBeNull();
  });

  it('takes no impossible date', () => {
    expect(findDateline('ASTANA, Feb 45 – The two sides met.')?.date ?? null).toBeNull();
  });
});
