import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportIcs } from '../../src/answers/export-ics.ts';
import { aPlace, aRelationship } from '../fixtures/a-relationship.ts';
import { anEventJson, anExport } from '../fixtures/an-export.ts';

const relationship = aRelationship({ places: [aPlace({ id: 'islamabad', name: 'Islamabad' })] });
const now = Date.parse('2026-02-10T08:05:09.123Z');

describe('exportIcs', () => {
  it('writes an event as an entry of whole days that ends on the day after', () => {
    const entry = properties(exportIcs(anExport(), { relationship, now }));

    expect(entry).toMatchObject({
      VERSION: '2.0',
      UID: 'e-1@dragoman',
      DTSTAMP: '20260210T080509Z',
      'DTSTART;VALUE=DATE': '20260203',
      'DTEND;VALUE=DATE': '20260205',
      SUMMARY: 'Visit of Tokayev to Pakistan',
      LOCATION: 'Islamabad',
      STATUS: 'CONFIRMED',
    });
    expect(entry['DESCRIPTION']).toContain('Kassym-Jomart Tokayev\\, President');
    expect(entry['DESCRIPTION']).toContain('https://astanatimes.com/visit');
  });

  it('fills the month or the year of an event that is known no better', () => {
    const month = anEventJson({ from: '2025-02', to: '2025-02', precision: 'month' });
    const year = anEventJson({ from: '2024', to: '2024', precision: 'year' });

    const spans = [month, year].map((event) => {
      const entry = properties(exportIcs(anExport({ events: [event] }), { relationship, now }));
      return [entry['DTSTART;VALUE=DATE'], entry['DTEND;VALUE=DATE']];
    });

    expect(spans).toEqual([
      ['20250201', '20250301'],
      ['20240101', '20250101'],
    ]);
  });

  it.each([
    ['announced', 'TENTATIVE'],
    ['postponed', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
  ] as const)('says of an event that is %s: %s', (status, shown) => {
    const ics = exportIcs(anExport({ events: [anEventJson({ status })] }), { relationship, now });

    expect(properties(ics)['STATUS']).toBe(shown);
  });

  it('folds lines to 75 octets without cutting a character, and gives every title back', () => {
    fc.assert(
      fc.property(title, (written) => {
        const ics = exportIcs(anExport({ events: [anEventJson({ title: written })] }), { relationship, now });

        const lines = ics.split('\r\n');

        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(ics).not.toMatch(/[^\r]\n|\r(?!\n)|\ufffd/);
        expect(unescaped(properties(ics)['SUMMARY'] ?? '')).toBe(written);
      }),
    );
  });

  it('lets no title break out of its line', () => {
    const title = 'Visit\r\nEND:VEVENT\rBEGIN:VEVENT\n\u0000';

    const ics = exportIcs(anExport({ events: [anEventJson({ title })] }), { relationship, now });

    expect(ics.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(properties(ics)['SUMMARY']).toBe('Visit\\nEND:VEVENT\\nBEGIN:VEVENT\\n ');
  });
});

const title = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ',', ';', '\\', '\n', 'n', ':', ' ', 'ә', 'ب', '🇰🇿'),
    maxLength: 300,
  }),
  fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/(?!\n)\p{Cc}|\ufffd/u.test(text)),
);

/** Unfolds the lines and gives the last value of every property. */
function properties(ics: string): Readonly<Record<string, string>> {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n');
  return Object.fromEntries(
    lines
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}
