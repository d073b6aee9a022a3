import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/ingest/formats/page.ts';
import { type PageMetadata, readPageMetadata } from '../../src/ingest/formats/page-metadata.ts';
import { parsePage } from '../../src/ingest/formats/parse-page.ts';

describe('the linked data of a page', () => {
  it.each([
    ['a graph', { '@graph': [{ '@type': 'WebPage', name: 'Home' }, anArticle()] }],
    ['a list', [{ '@type': 'BreadcrumbList' }, anArticle()]],
    ['a page about it', { '@type': 'WebPage', mainEntity: anArticle() }],
    ['an article of several types', anArticle({ '@type': ['NewsArticle', 'Thing'] })],
  ])('is found in %s', async (_, linked) => {
    const { title, author } = await metadataOf(linkedData(linked));

    expect({ title, author }).toEqual({ title: 'Ministers agree', author: 'Aida Omarova' });
  });

  it.each([
    ['a name', 'Aida Omarova', 'Aida Omarova'],
    ['somebody', { '@type': 'Person', name: 'Aida Omarova' }, 'Aida Omarova'],
    ['a list', ['By Aida Omarova', { name: 'Bilal Khan' }, 'Aida Omarova'], 'Aida Omarova, Bilal Khan'],
    ['an address', 'https://facebook.com/dawn', null],
    ['nobody', null, null],
  ])('names as authors %s', async (_, author, names) => {
    expect((await metadataOf(linkedData(anArticle({ author })))).author).toBe(names);
  });

  it('may refer to its author by id', async () => {
    const graph = [
      anArticle({ author: { '@id': '#p1' } }),
      { '@type': 'Person', '@id': '#p1', name: 'Bilal Khan' },
    ];

    expect((await metadataOf(linkedData({ '@graph': graph }))).author).toBe('Bilal Khan');
  });

  it('is read with line breaks within its strings', async () => {
    const json = '{"@type": "NewsArticle", "headline": "Ministers\nagree"}';

    expect((await metadataOf(`<script type="application/ld+json">${json}</script>`)).title).toBe(
      'Ministers agree',
    );
  });

  it('that is nested without end costs nothing else', async () => {
    const script = `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>`;

    expect((await metadataOf(`${script}<title>Ministers agree</title>`)).title).toBe('Ministers agree');
  });

  it('tells the language and the address', async () => {
    const linked = anArticle({
      inLanguage: { '@type': 'Language', name: 'Kazakh', alternateName: 'kk' },
      mainEntityOfPage: { '@id': 'https://dawn.com/news/1' },
    });

    expect(await metadataOf(linkedData(linked))).toMatchObject({
      language: 'kk',
      canonical: 'https://dawn.com/news/1',
    });
  });
});

describe('the head of a page', () => {
  it.each([
    ['<meta name="author" content="Von Anna Müller">', 'Anna Müller'],
    ['<meta name="Author" content="Автор: Аида Омарова">', 'Аида Омарова'],
    [
      '<meta property="article:author" content="https://facebook.com/a"><meta property="article:author" content="B. Khan">',
      'B. Khan',
    ],
    ['<meta name="parsely-author" content="B. Khan">', 'B. Khan'],
    ['<meta name="author" content="admin"><meta name="dc.creator" content="B. Khan">', 'B. Khan'],
  ])('names an author: %s', async (head, author) => {
    expect((await metadataOf(head)).author).toBe(author);
  });

  it('tells the language where the page itself does not', async () => {
    expect((await metadataOf('<meta http-equiv="Content-Language" content="ur">')).language).toBe('ur');
  });

  it('gives its address in any spelling of the link, and not an empty one', async () => {
    const link = '<link rel="shortlink canonical" href="/news/1">';
    const empty = '<link rel="canonical" href=""><meta property="og:url" content="/news/2">';

    expect((await metadataOf(link)).canonical).toBe('/news/1');
    expect((await metadataOf(empty)).canonical).toBe('/news/2');
  });

  it('has the name of the site cut off its title, and no more', async () => {
    const site = '<meta property="og:site_name" content="Dawn">';

    expect((await metadataOf(`${site}<title>Astana - Islamabad: trade - Dawn</title>`)).title).toBe(
      'Astana - Islamabad: trade',
    );
    expect((await metadataOf(`${site}<title>Trade / Dawn</title>`)).title).toBe('Trade');
    expect((await metadataOf(`${site}<title>Trade - Business</title>`)).title).toBe('Trade - Business');
  });

  it('states the date in any of the usual tags', async () => {
    for (const name of ['pubdate', 'publish-date', 'DC.date.issued', 'parsely-pub-date'])
      expect((await metadataOf(`<meta name="${name}" content="2026-02-04">`)).published?.value).toBe(
        '2026-02-04',
      );
  });

  it('hides no date that can be read behind one that cannot', async () => {
    const head = '<meta name="date" content="yesterday-ish">';
    const { published } = await metadataOf(head, '<time datetime="2026-02-04T09:00Z">4 Feb</time>');

    expect(published).toEqual({ value: '2026-02-04T09:00Z', where: 'time on the page' });
    expect((await metadataOf(head)).published?.value).toBe('yesterday-ish');
  });
});

describe('the markup of a page', () => {
  it('names the author and the date', async () => {
    const aside = '<aside><time datetime="2020-01-01">1 Jan</time></aside>';
    const article =
      '<article><time datetime="2026-02-04">4 Feb</time><a rel="author" href="/k">By B. Khan</a></article>';

    expect(await metadataOf('', aside + article)).toMatchObject({
      author: 'B. Khan',
      published: { value: '2026-02-04' },
    });
  });
});

function anArticle(choices: Record<string, unknown> = {}): Record<string, unknown> {
  return { '@type': 'NewsArticle', headline: 'Ministers agree', author: 'Aida Omarova', ...choices };
}

function linkedData(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

async function metadataOf(head: string, body = ''): Promise<PageMetadata> {
  const document = await parsePage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return readPageMetadata(document as unknown as Page);
}
