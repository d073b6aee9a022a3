import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import type { Language } from '../../src/domain/identity.ts';
import { aReading } from '../fixtures/a-reading.ts';

describe('the inferred publication', () => {
  it('is the first full date in the text', () => {
    expect(inferredFrom('They met on April 23, 2025 and again on May 2, 2025.')).toBe('2025-04-23');
  });

  it('takes the latest year that is not ahead of today for a day without a year', () => {
    expect(inferredFrom('They met on April 23.', { now: '2026-06-01' })).toBe('2026-04-23');
    expect(inferredFrom('They met on August 23.', { now: '2026-06-01' })).toBe('2025-08-23');
  });

  it('fits the weekday that stands beside the day', () => {
    expect(inferredFrom('They met on Wednesday, April 23.')).toBe('2025-04-23');
  });

  it('knows 29 February to exist only in some years', () => {
    expect(inferredFrom('They met on February 29.')).toBe('2024-02-29');
  });

  it.each<readonly [Language, string]>([
    ['en', 'The visit on Feb. 4 marks the 34th anniversary of relations.'],
    ['ru', 'Визит 4 февраля совпал с 34-летием отношений.'],
    ['kk', '4 ақпанда қарым-қатынастардың 34 жылдығы аталды.'],
    ['de', 'Am 4. Februar feierte man den 34. Jahrestag der Beziehungen.'],
    ['ur', '4 فروری کو تعلقات کی 34ویں سالگرہ منائی گئی۔'],
  ])('%s: counts an anniversary of the relations', (language, text) => {
    expect(inferredFrom(text, { language, now: '2029-06-01' })).toBe('2026-02-04');
  });

  it('is a year in which the person named held the office', () => {
    const text = 'Foreign Minister Murat Nurtleu landed in Islamabad on April 8.';

    expect(inferredFrom(text, { now: '2028-06-01' })).toBe('2025-04-08');
  });

  it('is after the day of leaving when the person is called a former holder', () => {
    const text =
      'President Kassym-Jomart Tokayev arrives on February 3. In September then-deputy premier Murat Nurtleu visited Pakistan.';

    expect(inferredFrom(text, { now: '2030-06-01' })).toBe('2026-02-03');
  });

  it('puts an article about a day to come on the eve of that day', () => {
    const text = 'Kassym-Jomart Tokayev will visit Pakistan on February 3–4.';

    expect(inferredFrom(text)).toBe('2026-02-02');
  });

  it('never lies ahead of today', () => {
    expect(inferredFrom('They will meet on June 2.', { now: '2026-06-01' })).toBe('2026-06-01');
    expect(inferredFrom('They will meet on June 3.', { now: '2026-06-01' })).toBe('2025-06-02');
  });

  it('is unknown without a day', () => {
    const { read } = aReading('They met in April.', { on: null });

    expect(read.publication).toEqual({ at: null, certainty: 'unknown', reason: 'no date found' });
    expect(read.publishedDay).toBeNull();
    expect(read.understanding.dates).toEqual([]);
  });

  it('is unknown when no year fits what is said', () => {
    const text = 'On April 8 Foreign Minister Yermek Kosherbayev marked the 25th anniversary of relations.';

    expect(inferredFrom(text)).toBeNull();
  });

  it('gives way to a stated one', () => {
    const { read } = aReading('They met on April 23, 2025.', { on: '2025-05-01' });

    expect(read.publication.certainty).toBe('stated');
    expect(read.publishedDay).toBe('2025-05-01');
  });
});

function inferredFrom(
  text: string,
  { language = 'en', now = '2026-06-01' }: { language?: Language; now?: string } = {},
): string | null {
  const { read } = aReading(text, { on: null, language, now: Date.parse(`${now}T18:00:00Z`) });
  const { at, certainty } = read.publication;
  expect(certainty).toBe(at === null ? 'unknown' : 'inferred');
  return at === null ? null : dayOf(at);
}
