import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/ingest/draft-of.ts';
import { isTeaser, withFullText } from '../../src/ingest/full-text.ts';
import type { Fetcher, FetchOutcome } from '../../src/ports/fetcher.ts';

const PAGE = 'https://dawn.com/1';
const SENTENCE = 'The two ministers met on Wednesday and agreed on a plan for much more trade by rail. ';
const TEASER = 'The two ministers met …';
const CONSENT = 'We and our partners store cookies. Choose what you allow before you continue to the site. ';

describe('a teaser', () => {
  it.each([
    [TEASER],
    ['Short.'],
    [`${SENTENCE.repeat(8)}Читать далее`],
    [`${SENTENCE.repeat(8)}Weiterlesen »`],
    [`${SENTENCE.repeat(8)}[…]`],
    [`${SENTENCE.repeat(8)}مزید پڑھیں`],
  ])('is a text that is short or says that it goes on: %s', (text) => {
    expect(isTeaser(text)).toBe(true);
  });

  it('is no text that is told to its end', () => {
    expect(isTeaser(SENTENCE.repeat(8))).toBe(false);
  });
});

describe('the full text of a teaser', () => {
  it('comes from its page, with what else the page says where the feed said nothing', async () => {
    const finding = await withFullText(aTeaser({ published: null }), fetcherOf(aPage(SENTENCE.repeat(8))));

    expect(finding?.text).toContain('much more trade by rail');
    expect(finding).toMatchObject({
      title: 'Ministers agree on trade by rail',
      published: { value: '2026-02-04T09:00:00Z' },
      url: PAGE,
    });
  });

  it.each<[string, FetchOutcome]>([
    ['the page cannot be read', refused()],
    [
      'the page says less',
      fetched(aPage('Too little to be the article itself, but long enough.'), 'text/html'),
    ],
    ['it is no page', fetched('%PDF-1.7 something else', 'application/pdf')],
    ['the page tells of something else', fetched(aPage(CONSENT.repeat(20)), 'text/html')],
    ['the answer is the front page', fetched(aPage(SENTENCE.repeat(20)), 'text/html', 'https://dawn.com/')],
  ])('is none when %s', async (_why, outcome) => {
    const teaser = aTeaser({ text: `${SENTENCE.repeat(5)}…` });

    expect(await withFullText(teaser, { get: async () => outcome })).toBeNull();
  });
});

function aTeaser(choices: Partial<Finding> = {}): Finding {
  return {
    locator: 'feed#1',
    url: PAGE,
    title: 'Ministers agree on trade by rail',
    text: TEASER,
    language: null,
    languageAround: 'en',
    published: { value: '2026-02-04', where: 'feed' },
    sourceNames: [],
    author: null,
    ...choices,
  };
}

function aPage(text: string): string {
  return `<!doctype html><html><head><title>From the page</title><meta property="article:published_time" content="2026-02-04T09:00:00Z"></head><body><article><h1>From the page</h1><p>${text}</p></article></body></html>`;
}

function fetcherOf(html: string): Fetcher {
  return { get: async () => fetched(html, 'text/html') };
}

function fetched(body: string, contentType: string, url = PAGE): FetchOutcome {
  const validators = { etag: null, lastModified: null };
  const bytes = Buffer.from(body);
  return { kind: 'fetched', url, bytes, contentType, validators, movedTo: null, freshForMs: null };
}

function refused(): FetchOutcome {
  return { kind: 'refused', reason: 'no', retryAfterMs: null, isGone: false };
}
