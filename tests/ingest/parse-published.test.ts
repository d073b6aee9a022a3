import { describe, expect, it } from 'vitest';
import { parsePublished } from '../../src/ingest/parse-published.ts';

describe('a stated publication time', () => {
  it.each([
    ['2026-02-04', '2026-02-04T12:00:00.000Z'],
    ['2026-02-04T18:20:00+05:00', '2026-02-04T13:20:00.000Z'],
    ['2026-02-04T18:20:00+0500', '2026-02-04T13:20:00.000Z'],
    ['2026-02-04T18:20Z', '2026-02-04T18:20:00.000Z'],
    ['2026-02-04 18:20:00', '2026-02-04T18:20:00.000Z'],
    ['Wed, 04 Feb 2026 18:20:00 +0500', '2026-02-04T13:20:00.000Z'],
    ['Wed, 04 Feb 2026 18:20:00', '2026-02-04T18:20:00.000Z'],
    ['04 Feb 2026 18:20:00 GMT', '2026-02-04T18:20:00.000Z'],
    ['4.02.2026', '2026-02-04T12:00:00.000Z'],
    ['04.02.2026, 9:05', '2026-02-04T09:05:00.000Z'],
    [1_770_200_000, '2026-02-04T10:13:20.000Z'],
    [1_770_200_000_000, '2026-02-04T10:13:20.000Z'],
  ])('%j is read as %s', (value, iso) => {
    const at = parsePublished(value);

    expect(at === null ? null : new Date(at).toISOString()).toBe(iso);
  });

  it.each(['', 'yesterday', '2026-02-30', '2026-13-01', '31.02.2026', '0001-01-01', '12', 'May', Number.NaN])(
    '%j is not read',
    (value) => {
      expect(parsePublished(value)).toBeNull();
    },
  );
});
