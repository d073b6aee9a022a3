import { describe, expect, it } from 'vitest';
import { aReading } from '../fixtures/a-reading.ts';

describe('an article taken apart', () => {
  it('gives the same however often and when it is read', () => {
    const text = 'Kassym-Jomart Tokayev arrived in Islamabad on February 3. He met Shehbaz Sharif.';

    const first = aReading(text, { now: Date.parse('2026-03-01T00:00:00Z') });
    const second = aReading(text, { now: Date.parse('2027-03-01T00:00:00Z') });

    expect(second.read).toEqual(first.read);
  });

  it('reads the day of publication where the outlet is', () => {
    const choices = { publishedAt: Date.parse('2026-02-03T21:30:00Z') };

    const pakistani = aReading('They met today.', { ...choices, sourceId: 'dawn' });
    const unknown = aReading('They met today.', { ...choices, sourceId: null });

    expect(pakistani.read.understanding.dates[0]?.fromDay).toBe('2026-02-04');
    expect(unknown.read.understanding.dates[0]?.fromDay).toBe('2026-02-03');
  });

  it('credits the sources named at its head and tail, not those in its middle', () => {
    const middle = 'They spoke of trade and of roads. '.repeat(20);
    const { read } = aReading(`They met, Dawn reported. ${middle}The Astana Times is a paper. ${middle}`);

    expect(read.understanding.credits).toEqual(['dawn']);
  });

  it('keeps mentions and dates inside the text, on whole words', () => {
    const text = 'On Feb. 3 President Kassym-Jomart Tokayev met Shehbaz Sharif in Islamabad.';
    const { read } = aReading(text);

    const slices = [...read.understanding.mentions, ...read.understanding.dates].map(({ start, end }) =>
      text.slice(start, end),
    );

    expect(slices).toEqual(['President', 'Kassym-Jomart Tokayev', 'Shehbaz Sharif', 'Islamabad', 'Feb. 3']);
  });

  it('finds nothing of the profile in a language that it does not read, but by name', () => {
    const { read } = aReading('Kassym-Jomart Tokayev hat Islamabad gesehen.', { language: 'other' });

    expect(read.cues).toEqual([]);
    expect(read.understanding.mentions.map(({ entityId }) => entityId)).toEqual(['tokayev', 'islamabad']);
  });
});
