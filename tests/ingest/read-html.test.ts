import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/ingest/read-document.ts';
import { draftIn, readingsOf, SOURCES } from './a-document.ts';

const FIRST =
  'ISLAMABAD: The two ministers met on Wednesday and agreed on a plan for more trade, more flights and joint training.';
const SECOND =
  'They will meet again in the autumn, this time in Astana, and want to sign three documents by then, officials said.';

describe('an HTML page', () => {
  it('gives the article without what stands around it', async () => {
    const draft = await draftIn('a.html', aPage({}));

    expect(draft.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('prefers linked data', async () => {
    const linked = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Dawn' },
        {
          '@type': 'NewsArticle',
          headline: 'Ministers agree on a plan',
          datePublished: '2026-02-04T18:20:00+05:00',
          inLanguage: 'en-PK',
          publisher: { '@type': 'Organization', name: 'Dawn' },
        },
      ],
    };

    const draft = await draftIn(
      'a.html',
      aPage({
        head: `<script type="application/ld+json">${JSON.stringify(linked)}</script><title>Other</title>`,
      }),
    );

    expect(draft).toMatchObject({
      title: { value: 'Ministers agree on a plan', certainty: 'stated' },
      sourceId: { value: 'dawn' },
      publication: {
        at: Date.parse('2026-02-04T13:20Z'),
        certainty: 'stated',
        reason: 'linked data of the page',
      },
    });
  });

  it('falls back to Open Graph and cuts the name of the site off the title', async () => {
    const draft = await draftIn(
      'a.html',
      aPage({
        head: `<script type="application/ld+json">{broken</script>
          <meta property="og:title" content="Ministers agree | DAWN"><meta property="og:site_name" content="Dawn">
          <meta property="og:url" content="https://www.dawn.com/news/1?fbclid=2">
          <meta property="article:published_time" content="2026-02-04">`,
      }),
    );

    expect(draft).toMatchObject({
      url: 'https://www.dawn.com/news/1',
      title: { value: 'Ministers agree' },
      sourceId: { value: 'dawn' },
      publication: { at: Date.parse('2026-02-04T12:00Z'), reason: 'metadata of the page' },
    });
  });

  it('that was fetched keeps its own address when it claims to be another site or the front page', async () => {
    const elsewhere = await fetched(
      'https://dawn.com/news/1',
      '<link rel="canonical" href="https://evil.example/x">',
    );
    const front = await fetched('https://dawn.com/news/1', '<link rel="canonical" href="https://dawn.com/">');
    const own = await fetched(
      'https://m.dawn.com/news/1',
      '<link rel="canonical" href="https://www.dawn.com/news/1">',
    );

    expect(elsewhere).toBe('https://dawn.com/news/1');
    expect(front).toBe('https://dawn.com/news/1');
    expect(own).toBe('https://www.dawn.com/news/1');
  });

  it('that was fetched keeps its own address when it claims to be the front page of a language', async () => {
    const front = await fetched('https://dawn.com/ru/1', '<link rel="canonical" href="/ru/">');
    const byNumber = await fetched('https://dawn.com/news/1', '<link rel="canonical" href="/?p=1">');

    expect(front).toBe('https://dawn.com/ru/1');
    expect(byNumber).toBe('https://dawn.com/?p=1');
  });

  it('that was fetched from a cache is its original', async () => {
    const cached = 'https://dawn-com.cdn.ampproject.org/c/s/dawn.com/news/1/amp';

    expect(await fetched(cached, '')).toBe('https://dawn.com/news/1');
    expect(await fetched(cached, '<link rel="canonical" href="https://www.dawn.com/news/trade">')).toBe(
      'https://www.dawn.com/news/trade',
    );
  });

  it('names its author in its head, or else in a line of the article', async () => {
    const named = await draftIn('a.html', aPage({ head: '<meta name="author" content="A. Omarova">' }));
    const bylined = await draftIn('a.html', aPage({ top: '<p class="byline">By Bilal Khan</p>' }));

    expect(named.author).toBe('A. Omarova');
    expect(bylined.author).toBe('Bilal Khan');
    expect(bylined.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('that escapes what it says of itself once too often is understood', async () => {
    const linked = {
      '@type': 'NewsArticle',
      headline: 'Trade &amp; transit',
      articleBody: `<p>${FIRST}</p><p>Trade &amp; transit.</p>`,
    };
    const head = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`;

    const draft = await draftIn('a.html', `<html><head>${head}</head><body><p>Loading</p></body></html>`);

    expect(draft.title.value).toBe('Trade & transit');
    expect(draft.text).toBe(`${FIRST}\n\nTrade & transit.`);
  });

  it('may be a mere fragment', async () => {
    const draft = await draftIn('a.html', `<h1>Ministers agree</h1><p>${FIRST}</p><p>${SECOND}</p>`);

    expect(draft.title.value).toBe('Ministers agree');
    expect(draft.text).toContain(SECOND);
    expect(draft.text).not.toContain('<p>');
  });

  it('without words is reported', async () => {
    expect(await readingsOf('a.html', '<html><body><img src="x"></body></html>')).toEqual([
      { kind: 'failed', name: 'a.html', reason: 'there is no text in it' },
    ]);
  });
});

function aPage({ head = '', top = '' }: { head?: string; top?: string }): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <article>${top}<p>${FIRST}</p>
    <script>track()</script><p>${SECOND}</p></article>
    <footer>All rights reserved</footer></body></html>`;
}

async function fetched(url: string, head: string): Promise<string | null> {
  const document = { name: url, locator: url, bytes: Buffer.from(aPage({ head })) };
  const [reading] = await readDocument(document, SOURCES, 'text/html; charset=utf-8');
  return reading?.kind === 'draft' ? reading.draft.url : null;
}
