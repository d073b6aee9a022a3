import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Fingerprint } from '../../src/ports/store.ts';
import { compare } from '../../src/stories/compare.ts';
import { aFingerprint } from '../fixtures/an-understanding.ts';

const LIKE = { 'p:munir': 2, 'p:nurtleu': 2, 'd:2025-04-23': 2, '@stage:past': 0, '@day:2025-04-23': 0 };
const ANCHORS = { 'a:munir>astana': 0, 'a:astana>nurtleu': 0, 'a:nurtleu>40': 0, 'a:40>lahore': 0 };

describe('comparing two articles', () => {
  it('finds nothing in common between unlike ones', () => {
    expect(compare(one(LIKE), two({ 'p:tokayev': 2, 't:trade': 1 }))).toBeNull();
  });

  it('links like ones as one story and says what they share', () => {
    const link = compare(one(LIKE), two(LIKE));

    expect(link).toMatchObject({ a: 'a-1', b: 'a-2', kind: 'same-story', score: 1 });
    expect(link?.reasons.join()).toContain('munir');
  });

  it('links half-like ones as related only', () => {
    const other = { 'p:munir': 2, 'p:tokayev': 3, 't:trade': 3, '@stage:past': 0 };

    expect(compare(one(LIKE), two(other))?.kind).toBe('related');
  });

  it.each([
    ['another stage: past and ahead', { '@stage:ahead': 0, '@day:2025-04-23': 0 }],
    ['another day: 2025-04-23 and 2025-04-25', { '@stage:past': 0, '@day:2025-04-25': 0 }],
  ])('keeps like ones apart for %s', (reason, marks) => {
    const content = { 'p:munir': 2, 'p:nurtleu': 2, 'd:2025-04-23': 2 };

    const link = compare(one(LIKE), two({ ...content, ...marks }));

    expect(link?.kind).toBe('related');
    expect(link?.reasons).toContain(reason);
  });

  it('keeps sessions of other numbers apart, and only when both have one', () => {
    const eleventh = one({ ...LIKE, '@number:11': 0 });

    expect(compare(eleventh, two({ ...LIKE, '@number:12': 0 }))?.kind).toBe('related');
    expect(compare(eleventh, two(LIKE))?.kind).toBe('same-story');
  });

  it('allows one day between the days of one happening', () => {
    const { '@day:2025-04-23': _day, ...rest } = LIKE;
    expect(compare(one(LIKE), two({ ...rest, '@day:2025-04-24': 0 }))?.kind).toBe('same-story');
  });

  it.each([
    [3, 'same-story'],
    [6, 'same-story'],
    [8, 'related'],
  ] as const)('%i days between publications: %s when they tell of one day', (days, kind) => {
    const publishedAt = Date.parse('2026-02-04T09:00:00Z') + days * 86_400_000;

    expect(compare(one(LIKE), two(LIKE, { publishedAt }))?.kind).toBe(kind);
  });

  it('keeps articles without a common day apart sooner', () => {
    const { '@day:2025-04-23': _day, ...rest } = LIKE;
    const publishedAt = Date.parse('2026-02-08T09:00:00Z');

    expect(compare(one(rest), two(rest, { publishedAt }))?.kind).toBe('related');
  });

  it('counts stems between articles of one language only', () => {
    const stems = { 'w:peacekeep': 1, 'w:drill': 1, 'w:chief': 1, '@stage:past': 0 };

    expect(compare(one(stems), two(stems))?.kind).toBe('same-story');
    expect(compare(one(stems), two(stems, { language: 'de' }))).toBeNull();
  });

  it('finds a near-copy by its wording, in one language only', () => {
    const copied = { shingles: [1, 2, 3, 4] };

    const link = compare(one(LIKE, copied), two(LIKE, { shingles: [3, 4, 5, 6, 7, 8] }));

    expect(link?.kind).toBe('same-origin');
    expect(link?.reasons).toContain("50 % of the shorter one's wording");
    expect(compare(one(LIKE, copied), two(LIKE, { ...copied, language: 'ru' }))?.kind).toBe('same-story');
  });

  it('finds a translation by its names and numbers in the same order', () => {
    const link = compare(
      one({ ...LIKE, ...ANCHORS }),
      two({ ...LIKE, ...ANCHORS }, { language: 'de', shingles: [] }),
    );

    expect(link?.kind).toBe('same-origin');
    expect(link?.reasons).toContain('100 % of names and numbers in the same order');
  });

  it('does not take three pairs for an order', () => {
    const { 'a:40>lahore': _pair, ...three } = ANCHORS;
    const other = two({ ...LIKE, ...three }, { language: 'de' });

    expect(compare(one({ ...LIKE, ...three }), other)?.kind).toBe('same-story');
  });

  it('gives the same link whichever comes first', () => {
    fc.assert(
      fc.property(fingerprints('a-1'), fingerprints('a-2'), (a, b) => {
        expect(compare(b, a)).toEqual(compare(a, b));
      }),
    );
  });
});

function one(features: Fingerprint['features'], choices: Partial<Fingerprint> = {}): Fingerprint {
  return aFingerprint({ articleId: 'a-1' as ArticleId, features, shingles: [], ...choices });
}

function two(features: Fingerprint['features'], choices: Partial<Fingerprint> = {}): Fingerprint {
  return one(features, { articleId: 'a-2' as ArticleId, ...choices });
}

function fingerprints(id: string): fc.Arbitrary<Fingerprint> {
  const names = [...Object.keys(LIKE), ...Object.keys(ANCHORS), 'w:drill', 't:trade', '@number:3'];
  return fc
    .record({
      features: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(0, 0.5, 1, 2)),
      language: fc.constantFrom('en', 'de'),
      shingles: fc.uniqueArray(fc.nat(9)),
      publishedAt: fc.option(fc.integer({ min: 1_770_000_000_000, max: 1_771_000_000_000 })),
    })
    .map((choices) => aFingerprint({ ...choices, articleId: id as ArticleId }));
}
