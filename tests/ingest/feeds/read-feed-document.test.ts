import { describe, expect, it } from 'vitest';
import { readFeedDocument } from '../../../src/ingest/feeds/read-feed-document.ts';

const URL_OF_FEED = 'https://news.example/feeds/all.xml';

describe('the reader of feeds', () => {
  it.each([
    ['RSS', rss('<item><title>One</title><link>/1</link><guid>g1</guid></item>')],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title><id>g1</id><link href="/1"/></entry></feed>',
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://news.example/"><title>T</title></channel><item rdf:about="g1"><title>One</title><link>/1</link></item></rdf:RDF>',
    ],
    ['JSON Feed', JSON.stringify(jsonFeed({ id: 'g1', title: 'One', url: '/1' }))],
  ])('reads %s, with addresses made absolute', async (_format, text) => {
    const reading = await read(text);

    expect(reading).toMatchObject({
      kind: 'feed',
      feed: { title: 'T', items: [{ title: 'One', url: 'https://news.example/1' }] },
    });
  });

  it.each([
    ['bare ampersands', rss('<item><title>AT&T</title></item>'), 'AT&T'],
    ['entities of HTML', rss('<item><title>Astana&nbsp;&ndash; Lahore</title></item>'), 'Astana – Lahore'],
    ['titles encoded twice', rss('<item><title>A &amp;amp; B</title></item>'), 'A & B'],
    ['control characters', rss('<item><title>A\u0001B</title></item>'), 'AB'],
    ['words of the server before it', `Warning: out of memory\n${rss('<item><title>A</title></item>')}`, 'A'],
    ['no version', rss('<item><title>A</title></item>').replace(' version="2.0"', ''), 'A'],
    [
      'a date that is none',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><id>1</id><updated>soon</updated></entry></feed>',
      'A',
    ],
  ])('reads a feed with %s', async (_flaw, text, title) => {
    const reading = await read(text);

    expect(reading).toMatchObject({ kind: 'feed', feed: { items: [{ title }] } });
  });

  it.each([
    [
      'markup in a title',
      atom('<title type="xhtml"><div>Ties with <b>Lahore</b></div></title>'),
      'Ties with Lahore',
    ],
    ['a title of plain text', atom('<title type="text">The &lt;b&gt; of HTML</title>'), 'The <b> of HTML'],
    ['a title in base64', atom('<title mode="base64">T25lICYgdHdv</title>'), 'One & two'],
    ['a last tag that is cut off', rss('<item><title>A</title></item>').slice(0, -1), 'A'],
  ])('reads a feed with %s', async (_form, text, title) => {
    const reading = await read(text);

    expect(reading).toMatchObject({ kind: 'feed', feed: { items: [{ title }] } });
  });

  it('resolves addresses of Atom against the nearest xml:base', async () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>T</title><entry xml:base="b/"><title>A</title><link href="c"/></entry></feed>';

    const reading = await read(text);

    expect(reading).toMatchObject({ feed: { items: [{ url: 'https://base.example/a/b/c' }] } });
  });

  it('takes from the second parser what the first leaves empty', async () => {
    const text = rss(
      '<item><title>A</title><dcterms:issued>2026-02-04T18:20:00Z</dcterms:issued><dcterms:modified>2026-02-05T18:20:00Z</dcterms:modified></item>',
    ).replace('<rss', '<rss xmlns:dcterms="http://purl.org/dc/terms/"');

    const reading = await read(text);

    expect(reading).toMatchObject({
      feed: {
        items: [{ published: { value: '2026-02-04T18:20:00Z' }, updated: { value: '2026-02-05T18:20:00Z' } }],
      },
    });
  });

  it('reads when a feed was published and updated', async () => {
    const [published, updated] = ['2026-02-03T09:00:00Z', '2026-02-04T09:00:00Z'];
    const channel = `<channel><pubDate>${published}</pubDate><lastBuildDate>${updated}</lastBuildDate></channel>`;

    const [rss, atom] = await Promise.all([
      read(`<rss version="2.0">${channel}</rss>`),
      read(`<feed xmlns="http://www.w3.org/2005/Atom"><updated>${updated}</updated></feed>`),
    ]);

    expect(rss).toMatchObject({ feed: { published: { value: published }, updated: { value: updated } } });
    expect(atom).toMatchObject({ feed: { published: null, updated: { value: updated } } });
  });

  it('expands no entity that a feed declares', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY file SYSTEM "file:///etc/hosts">]>' +
      '<rss version="2.0"><channel><title>T</title><item><title>x &b; &file; y</title></item></channel></rss>';

    const reading = await read(bomb);

    expect(reading).toMatchObject({
      kind: 'feed',
      feed: { items: [{ title: expect.stringMatching(/^x .*y$/) }] },
    });
    expect(JSON.stringify(reading)).not.toMatch(/haha|localhost/);
  });

  it.each([
    ['<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>'],
    ['<!doctype html><html><body><div class="g-recaptcha" data-sitekey="x"></div></body></html>'],
  ])('says that a page wants to see a person: %s', async (page) => {
    expect(await read(page)).toEqual({
      kind: 'refused',
      reason: 'a page that asks whether a person reads it, not a feed',
      offers: [],
    });
  });

  it.each([
    ['<rss></rss>'],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": 3}'],
    ['<rss><channel>'],
  ])("speaks no parser's language of what is broken: %s", async (text) => {
    const reading = await read(text);

    if (reading.kind === 'refused') expect(reading.reason).not.toMatch(/undefined|propert|iterable|function/);
  });

  it('says that a page is no feed, and which feeds it announces', async () => {
    const page =
      '<!doctype html><html><head><title>News</title><link rel="alternate" type="application/rss+xml" title="All" href="/rss.xml"></head><body>Hello</body></html>';

    const reading = await read(page);

    expect(reading).toEqual({
      kind: 'refused',
      reason: 'a web page; it announces feeds',
      offers: [{ url: 'https://news.example/rss.xml', title: 'All' }],
    });
  });

  it.each([
    ['', 'the answer is empty'],
    ['<!doctype html><html><body>Are you a robot?</body></html>', 'a web page, not a feed'],
    ['just words', /^cannot be read as a feed: /],
    ['{"a": 1}', /^cannot be read as a feed: /],
    ['<rss version="2.0"><channel><title>T</ti', /^cannot be read as a feed: /],
  ])('refuses %j with one sentence', async (text, reason) => {
    const reading = await read(text);

    expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) });
  });

  it('believes the header before the declaration when the bytes are not UTF-8', async () => {
    const title = Uint8Array.from([0xcc, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0, 0xfb]);
    const bytes = Buffer.concat([
      Buffer.from('<rss version="2.0"><channel><title>T</title><item><title>'),
      title,
      Buffer.from('</title></item></channel></rss>'),
    ]);

    const reading = await readFeedDocument({
      bytes,
      contentType: 'text/xml; charset=windows-1251',
      url: URL_OF_FEED,
    });

    expect(reading).toMatchObject({ kind: 'feed', feed: { items: [{ title: 'Министры' }] } });
  });
});

function read(text: string) {
  return readFeedDocument({ bytes: Buffer.from(text), contentType: null, url: URL_OF_FEED });
}

function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
}

function atom(title: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>${title}<id>1</id></entry></feed>`;
}

function jsonFeed(item: object): object {
  return { version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [item] };
}
