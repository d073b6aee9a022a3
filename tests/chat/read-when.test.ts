import { describe, expect, it } from 'vitest';
import { readSince, readUntil } from '../../src/chat/read-when.ts';

/** 10 February 2026, 01:00 in Almaty: in London it is still the 9th. */
const now = Date.parse('2026-02-09T20:00:00Z');
const almaty = { now, zone: 'Asia/Almaty' };
const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16));

describe('since and until', () => {
  it.each([
    ['2025', '2024-12-31T19:00', '2025-12-31T19:00'],
    ['2025-04', '2025-03-31T19:00', '2025-04-30T19:00'],
    ['2025-04-01', '2025-03-31T19:00', '2025-04-01T19:00'],
    ['today', '2026-02-09T19:00', '2026-02-10T19:00'],
    ['Yesterday', '2026-02-08T19:00', '2026-02-09T19:00'],
    ['30d', '2026-01-10T19:00', '2026-01-11T19:00'],
    ['2w', '2026-01-26T19:00', '2026-01-27T19:00'],
    ['6m', '2025-08-09T19:00', '2025-08-10T19:00'],
    ['1y', '2025-02-09T19:00', '2025-02-10T19:00'],
  ])('%s runs from its first instant to the first after it, in the reader’s zone', (text, since, until) => {
    expect(isoOf(readSince(text, almaty))).toBe(since);
    expect(isoOf(readUntil(text, almaty))).toBe(until);
  });

  it('a month ago ends on the last day of a shorter month', () => {
    const endOfMarch = { now: Date.parse('2026-03-31T12:00:00Z'), zone: 'UTC' };

    expect(isoOf(readSince('1m', endOfMarch))).toBe('2026-02-28T00:00');
  });

  it('a day that begins after midnight begins at its first instant', () => {
    const beirut = { now, zone: 'Asia/Beirut' };

    expect(isoOf(readSince('2025-03-30', beirut))).toBe('2025-03-29T22:00');
  });

  it.each(['', 'soon', '2025-13', '2025-02-30', '-3d', '3x', '12345d', '25-04-01'])(
    '"%s" is no date',
    (text) => {
      expect(readSince(text, almaty)).toBeNull();
      expect(readUntil(text, almaty)).toBeNull();
    },
  );
});
