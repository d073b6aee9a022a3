import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/ingest/canonical-url.ts';

const PAGE = 'https://example.org/news/1';

describe('a canonical address', () => {
  it.each([
    ['HTTPS://Example.ORG:443/A/b', 'https://example.org/A/b'],
    ['http://example.org:80', 'http://example.org/'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://example.org/a?utm_source=x&id=7&fbclid=1#part', 'https://example.org/a?id=7'],
    ['https://example.org/a?ysclid=1&UTM_Medium=2&mc_cid=3', 'https://example.org/a'],
    ['https://example.org/#!/news/1', 'https://example.org/#!/news/1'],
    ['https://example.org/a#!', 'https://example.org/a'],
    ['https://example.org/index.html', 'https://example.org/index.html'],
    ['https://example.org/a??', 'https://example.org/a'],
    ['https://example.org/a??b=1&?c=2', 'https://example.org/a?b=1&c=2'],
    ['https://example.org/a?&b=1&&', 'https://example.org/a?b=1'],
    ['https://example.org/a/', 'https://example.org/a/'],
    ['https://example.org//a//b', 'https://example.org//a//b'],
    ['https://example.org/a?z=1&b=2', 'https://example.org/a?z=1&b=2'],
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

  it.each([
    `${PAGE}?q=${'a'.repeat(8_000)}`,
    `${PAGE}?q=${'%'.repeat(4_000)}`,
    PAGE + '/amp'.repeat(1_000_000),
  ])('does not exist for one that is too long (%#)', (address) => {
    expect(canonicalUrl(address)).toBeNull();
  });

  it('may be told by the address of the page around it', () => {
    expect(canonicalUrl('../2?utm_source=x', 'https://example.org/news/world/1')).toBe(
      'https://example.org/news/2',
    );
  });
});

describe('the percent-encoding of an address', () => {
  it.each([
    ['%7euser/%6eews', '~user/news'],
    ['%d2%9b', '%D2%9B'],
    ['a%2fb%3fc', 'a%2Fb%3Fc'],
    ['100%', '100%25'],
    ['%%34%31', '%2541'],
  ])('%s becomes %s', (path, normal) => {
    expect(canonicalUrl(`https://example.org/${path}`)).toBe(`https://example.org/${normal}`);
    expect(canonicalUrl(`https://example.org/?q=${path}`)).toBe(`https://example.org/?q=${normal}`);
  });

  it('of the parameters that stay is not touched by those that go', () => {
    expect(canonicalUrl(`${PAGE}?q=a%20b+c&utm_source=x`)).toBe(`${PAGE}?q=a%20b+c`);
  });
});

describe('tracking', () => {
  it.each([
    ...['utm_source=x', 'utm%5Fsource=x', 'amp;utm_campaign=x', 'UTM_ID=1', 'gclid=1', 'dclid=1', 'yclid=1'],
    ...[
      'ysclid=1',
      'msclkid=1',
      'mc_eid=1',
      'igshid=1',
      '_openstat=x',
      'at_medium=RSS',
      'cmpid=1',
      'wt_mc=1',
    ],
    ...[
      'wt.mc_id=1',
      'pk_campaign=1',
      'mtm_source=1',
      'hsCtaTracking=1',
      '__twitter_impression=true',
      'spm=1',
    ],
    ...['s_cid=1', 'ncid=1', 'from=rss', 'from=rss_main', 'ref=telegram', 'ref=twitter.com', 'ref_src=twsrc'],
    ...['source=rss', 'maca=en-rss-all', 'xtor=RSS-1', 'share=facebook', 'feature=share', 'fbclid'],
  ])('%s goes', (parameter) => {
    expect(canonicalUrl(`${PAGE}?id=7&${parameter}`)).toBe(`${PAGE}?id=7`);
  });

  it.each([
    ...['id=7', 'p=123', 'page=2', 'story=rss', 'ref=7', 'ref=A-17', 'from=2025-04-01', 'from=Astana'],
    ...['source=apple', 'feature=football', 'share=2', 'via=tunnel', 'atlas=1', 'cid=4', 'lang=ru', 'amp=2'],
  ])('%s may be the page and stays', (parameter) => {
    expect(canonicalUrl(`${PAGE}?${parameter}`)).toBe(`${PAGE}?${parameter}`);
  });
});

describe('the second form of a page', () => {
  it.each([
    ...[
      'https://amp.example.org/news/1',
      'https://m.example.org/news/1',
      'https://mobile.example.org./news/1',
    ],
    ...[`${PAGE}/amp`, `${PAGE}.amp`, `${PAGE}?amp=1`, `${PAGE}?amp`, `${PAGE}?outputType=amp`],
    ...[`${PAGE}/amp?amp_js_v=0.1&usqp=mq331`, 'https://m.example.org/news/1/amp?amp=true'],
    ...[
      'https://www.google.com/amp/s/example.org/news/1',
      'https://google.com.pk/amp/s/example.org/news/1/amp',
    ],
    ...['https://www.google.kz/%61mp/s/m.example.org/news/1?utm_source=x'],
    ...['c', 'v', 'a', 's'].map(
      (kind) => `https://example-org.cdn.ampproject.org/${kind}/s/example.org/news/1`,
    ),
    'https://cdn.ampproject.org/c/s/www.google.com/amp/s/example.org/news/1',
  ])('%s is the page', (address) => {
    expect(canonicalUrl(address)).toBe(PAGE);
  });

  it.each([
    [`${PAGE}/amp/`, `${PAGE}/`],
    ['https://example.org/a.amp.html', 'https://example.org/a.html'],
    ['https://www.google.com/amp/example.org/a?id=1#!b', 'http://example.org/a?id=1#!b'],
    ['https://www.google.com/amp/s/example.org:8443/a', 'https://example.org:8443/a'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it.each([
    ...['https://example.org/amp', 'https://example.org/amp/', 'https://example.org/news/camp'],
    ...[
      'https://m.kz/a',
      'https://m.gov.kz/a',
      'https://www.google.com/amp/s/',
      'https://imam.example.org/a',
    ],
    ...['https://example.org/amp/s/example.com/a', 'https://notgoogle.com/amp/s/example.org/a'],
  ])('%s is none', (address) => {
    expect(canonicalUrl(address)).toBe(address);
  });

  it('may be a second form many times over', () => {
    expect(
      canonicalUrl(`https://${'google.com/amp/s/'.repeat(200)}m.example.org/news/1${'/amp'.repeat(200)}`),
    ).toBe(PAGE);
  });
});

describe('any address', () => {
  it('is its own canonical address once it is canonical', () => {
    fc.assert(
      fc.property(anyAddress(), (address) => {
        const once = canonicalUrl(address);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays on its site, except for copies in a cache', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(siteOf(canonicalUrl(address))).toBe(siteOf(address));
      }),
    );
  });

  it('meets its other forms', () => {
    fc.assert(
      fc.property(wordlike(), wordlike(), fc.nat(), ({ path }, { path: slug }, id) => {
        const plain = `https://example.org/${path}/x${slug}?id=${id}`;
        const other = `HTTPS://m.Example.org.:443/${encoded(path)}/x${encoded(slug)}/amp?utm_source=${id}&i%64=${id}&amp=1#top`;

        expect(canonicalUrl(other)).toBe(canonicalUrl(plain));
      }),
    );
  });

  it('and any other text is read without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void canonicalUrl(`https://${text}`, text)),
    );
  });
});

/** Addresses put together from what is folded, in any order. */
function anyAddress(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...[
      'amp',
      '/amp',
      '.amp',
      '.html',
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%',
      '%41',
      '%2',
      'm.',
      'a',
      'example.org',
    ],
    ...[
      'google.com',
      '/amp/s/',
      'cdn.ampproject.org',
      '/c/s/',
      '?',
      '&',
      '=',
      'utm_x',
      'amp;',
      '#',
      '#!',
      'қ',
      ':80',
    ],
  );
  const mixed = fc.array(piece, { maxLength: 14 }).map((pieces) => `https://${pieces.join('')}`);
  return fc.oneof(mixed, fc.webUrl({ withQueryParameters: true, withFragments: true }));
}

function wordlike(): fc.Arbitrary<{ path: string }> {
  return fc.record({ path: fc.stringMatching(/^[a-z0-9_~-]{1,12}$/) });
}

function encoded(text: string): string {
  return text.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}

function siteOf(address: string | null): string {
  return new URL(address ?? '').hostname.replace(/^(?:(?:m|mobile|amp)\.)+|\.+$/g, '');
}
