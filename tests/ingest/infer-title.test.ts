import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferTitle } from '../../src/ingest/infer-title.ts';

describe('an inferred title', () => {
  it('is the first sentence after the dateline', () => {
    const text = 'ISLAMABAD, Feb 4 (APP): The two sides met on Feb. 4 in the capital. They agreed.';

    expect(inferTitle(text, 'en')).toBe('The two sides met on Feb. 4 in the capital');
  });

  it('is cut at a word when the sentence is long', () => {
    const text = `ASTANA – ${'Minister '.repeat(30).trim()}.`;

    expect(inferTitle(text, 'en')).toBe(`${'Minister '.repeat(12).trim()}…`);
  });

  it('loses the Urdu full stop', () => {
    expect(inferTitle('لاہور: پہلی پرواز پہنچ گئی۔ مسافر خوش تھے۔', 'ur')).toBe('پہلی پرواز پہنچ گئی');
  });

  it('is never longer than 110 characters nor on two lines', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const title = inferTitle(text, 'en');

        expect(title.length).toBeLessThanOrEqual(110);
        expect(title).not.toMatch(/\n/);
      }),
    );
  });
});
