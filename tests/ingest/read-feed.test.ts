import { describe, expect, it } from 'vitest';
import { draftIn, readingsOf } from './a-document.ts';

const TEXT = 'The two ministers met on Wednesday and agreed on a plan for more trade.';

describe('a feed', () => {
  it('in RSS gives every item with the fullest text it has', async () => {
    const rss = `<?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>Dawn</title><link>https://www.dawn.com</link>
        <item><title>Ministers &amp; plans</title><link>https://www.dawn.com/1?utm_source=rss</link><guid>n1</guid>
          <pubDate>Wed, 04 Feb 2026 18:20:00 +0500</pubDate><description>Short.</description>
          <content:encoded><![CDATA[<p>${TEXT}</p><p>They agreed &mdash; at last.</p>]]></content:encoded></item>
        <item><title>Only a title, in plain English words</title><guid>n2</guid></item>
      </channel></rss>`;

    const readings = await readingsOf('feed.xml', rss);

    expect(readings).toMatchObject([
      {
        kind: 'draft',
        draft: {
          url: 'https://www.dawn.com/1',
          locator: '/inbox/feed.xml#n1',
          title: { value: 'Ministers & plans', certainty: 'stated' },
          text: `${TEXT}\n\nThey agreed — at last.`,
          sourceId: { value: 'dawn' },
          publication: { at: Date.parse('2026-02-04T13:20Z'), certainty: 'stated', reason: 'feed' },
        },
      },
      {
        kind: 'draft',
        draft: {
          url: null,
          locator: '/inbox/feed.xml#n2',
          text: 'Only a title, in plain English words',
          publication: { at: null, certainty: 'unknown' },
        },
      },
    ]);
  });

  it('in Atom gives its entries', async () => {
    const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <title>Any</title><link href="https://dawn.com/"/>
      <entry><id>tag:1</id><title>Ministers agree</title><link rel="alternate" href="https://dawn.com/1"/>
        <published>2026-02-04T18:20:00+05:00</published><updated>2026-02-06T00:00:00Z</updated>
        <content type="html">&lt;p&gt;${TEXT}&lt;/p&gt;</content></entry></feed>`;

    const draft = await draftIn('feed.atom', atom);

    expect(draft).toMatchObject({
      url: 'https://dawn.com/1',
      locator: '/inbox/feed.atom#tag:1',
      text: TEXT,
      sourceId: { value: 'dawn' },
      publication: { at: Date.parse('2026-02-04T13:20Z') },
    });
  });

  it('in RDF gives its items', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://dawn.com/"><title>Any</title><link>https://dawn.com/</link></channel>
      <item rdf:about="https://dawn.com/1"><title>Ministers agree</title><link>https://dawn.com/1</link>
        <description>${TEXT}</description><dc:date>2026-02-04T18:20:00+05:00</dc:date></item></rdf:RDF>`;

    const draft = await draftIn('feed.rdf', rdf);

    expect(draft).toMatchObject({
      url: 'https://dawn.com/1',
      text: TEXT,
      publication: { at: Date.parse('2026-02-04T13:20Z') },
    });
  });

  it('declared in windows-1251 is decoded before it is parsed', async () => {
    const russian = 'Министры двух стран встретились в среду и договорились о торговле.';
    const xml = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Any</title><item><guid>1</guid><description>${russian}</description></item></channel></rss>`;
    const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

    const draft = await draftIn(
      'feed.xml',
      Uint8Array.from([...xml], (letter) => table.indexOf(letter)),
    );

    expect(draft).toMatchObject({ text: russian, language: { value: 'ru' } });
  });

  it('is read in spite of bare ampersands and control characters', async () => {
    const rss = `\n<rss version="2.0"><channel><title>A & B</title><item><guid>1</guid><title>Trade & transit\x02 plan</title></item></channel></rss>`;

    const draft = await draftIn('feed.rss', rss);

    expect(draft.title.value).toBe('Trade & transit plan');
  });

  it('loses only the item that is nested too deeply', async () => {
    const items = ['&lt;div&gt;'.repeat(300), TEXT].map(
      (text, index) => `<item><guid>${index}</guid><description>${text}</description></item>`,
    );

    const readings = await readingsOf(
      'feed.rss',
      `<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`,
    );

    expect(readings).toMatchObject([
      { kind: 'failed', name: 'feed.rss#1', reason: 'its elements are nested too deeply' },
      { kind: 'draft', draft: { text: TEXT } },
    ]);
  });

  it('takes its own language only when the text does not tell', async () => {
    const rss = (title: string) =>
      `<rss version="2.0"><channel><title>Any</title><language>ur</language><item><guid>1</guid><title>${title}</title></item></channel></rss>`;

    const long = await draftIn('feed.rss', rss(TEXT));
    const short = await draftIn('feed.rss', rss('ABC 12'));

    expect(long.language).toEqual({ value: 'en', certainty: 'inferred' });
    expect(short.language).toEqual({ value: 'ur', certainty: 'inferred' });
  });

  it.each(['<rss version="2.0"><channel><item>', '<rss><a></b></rss>', '<other>text</other>'])(
    'that is broken is reported: %s',
    async (xml) => {
      expect(await readingsOf('feed.xml', xml)).toEqual([
        { kind: 'failed', name: 'feed.xml', reason: expect.stringMatching(/^cannot be read as a feed: \S/) },
      ]);
    },
  );
});
