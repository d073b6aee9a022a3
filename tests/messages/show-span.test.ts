import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { showDate, showInstant, showSpan, showTenure } from '../../src/messages/show-span.ts';
import { wordsIn } from '../../src/messages/words-in.ts';

const words = wordsIn('en');

describe('showSpan', () => {
  it.each([
    ['2025-04-24', '2025-04-24', 'day', '24 Apr 2025'],
    ['2026-02-03', '2026-02-04', 'day', '3–4 Feb 2026'],
    ['2026-01-28', '2026-02-02', 'day', '28 Jan – 2 Feb 2026'],
    ['2025-12-30', '2026-01-02', 'day', '30 Dec 2025 – 2 Jan 2026'],
    ['2025-09-01', '2025-09-30', 'month', 'Sept 2025'],
    ['2025-01-01', '2025-12-31', 'year', '2025'],
    ['2024-01-01', '2025-12-31', 'year', '2024 – 2025'],
  ] as const)(
    'shows %s to %s at %s precision as no more than was told',
    (fromDay, toDay, precision, shown) => {
      expect(showSpan({ fromDay, toDay, precision }, words)).toBe(shown);
    },
  );

  it('names the last day and its year in full, whatever the length', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

    fc.assert(
      fc.property(day, fc.nat(800), (start, length) => {
        const fromDay = start.toISOString().slice(0, 10);
        const toDay = addDays(fromDay, length);

        const shown = showSpan({ fromDay, toDay, precision: 'day' }, words);

        expect(shown.endsWith(showDate(toDay, words))).toBe(true);
        expect(shown).toMatch(/^\d{1,2}/);
      }),
    );
  });
});

describe('showDate', () => {
  it('keeps the precision of an ISO date', () => {
    expect(['2025', '2025-09', '2025-09-08'].map((iso) => showDate(iso, words))).toEqual([
      '2025',
      'Sept 2025',
      '8 Sept 2025',
    ]);
  });
});

describe('showInstant', () => {
  it('shows day and time in the zone of the reader', () => {
    const at = Date.parse('2026-02-04T20:30:00Z');

    expect(showInstant(at, 'Asia/Almaty', words)).toBe('5 Feb 2026, 01:30');
    expect(showInstant(at, 'UTC', words)).toBe('4 Feb 2026, 20:30');
  });
});

describe('showTenure', () => {
  it('shows bounds, one bound, sightings, or nothing', () => {
    const tenures = [
      { from: '2023-04', to: '2025-09-26', seen: [] },
      { from: '2022-11', to: null, seen: [] },
      { from: null, to: '2019-03', seen: [] },
      { from: null, to: null, seen: ['2025-09-09', '2026-02'] },
      { from: null, to: null, seen: [] },
    ];

    expect(tenures.map((tenure) => showTenure(tenure, words))).toEqual([
      'Apr 2023 – 26 Sept 2025',
      'since Nov 2022',
      'until Mar 2019',
      'seen in office 9 Sept 2025, Feb 2026',
      '',
    ]);
  });
});
