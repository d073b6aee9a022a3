import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/ingest/canonical-url.ts';

describe('a canonical address', () => {
  it.each([
    ['HTTPS://Example.ORG:443/A/b', 'https://example.org/A/b'],
    ['http://example.org:80', 'http://example.org/'],
    ['https://example.org/a?utm_source=x&id=7&fbclid=1#part', 'https://example.org/a?id=7'],
    ['https://example.org/a?ysclid=1&UTM_Medium=2&mc_cid=3', 'https://example.org/a'],
    ['https://example.org/index.html', 'https://example.org/index.html'],
    ['https://example.org/a??', 'https://example.org/a'],
    ['https://example.org/a/', 'https://example.org/a/'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    [' https://example.org/қазақ ', 'https://example.org/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B'],
  ])('of %s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it.each(['ftp://example.org/a', 'javascript:alert(1)', '/a/b', 'https://user:word@example.org/', ''])(
    'does not exist for %j',
    (address) => {
      expect(canonicalUrl(address)).toBeNull();
    },
  );

  it('is its own canonical address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalUrl(address);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });
});
