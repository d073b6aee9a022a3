import { describe, expect, it } from 'vitest';
import { mainDateOf } from '../../src/understand/main-date.ts';
import { aReading } from '../fixtures/a-reading.ts';

describe('the main date', () => {
  it('is the first day near the publication', () => {
    expect(mainDay('They met on Feb. 3 after a call on Feb. 1.')).toBe('2026-02-03');
  });

  it('passes over background that is older than ten days', () => {
    expect(mainDay('After a call on January 20 they met on February 2.')).toBe('2026-02-02');
  });

  it('passes over months and years', () => {
    expect(mainDay('As agreed in January 2026 they met on February 2.')).toBe('2026-02-02');
  });

  it('passes over the day of the dateline when the text names another', () => {
    expect(mainDay('ISLAMABAD, Feb 4 (APP): They met on February 3.')).toBe('2026-02-03');
  });

  it('is the day of the dateline when the text names no other', () => {
    expect(mainDay('ISLAMABAD, Feb 4 (APP): They met.')).toBe('2026-02-04');
  });

  it('is the day of an earlier dateline', () => {
    expect(mainDay('ISLAMABAD, Feb 3 (APP): They met. They meet again on February 5.')).toBe('2026-02-03');
  });

  it('is null when nothing near is named', () => {
    expect(mainDay('They met in 2024.')).toBeNull();
  });
});

function mainDay(text: string): string | null {
  const { read } = aReading(text, { on: '2026-02-04' });
  return mainDateOf(text, read.understanding.dates, '2026-02-04')?.fromDay ?? null;
}
