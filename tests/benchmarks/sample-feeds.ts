/** Feeds of every format, with what real ones carry: markup, entities, CDATA, namespaces, several scripts. */
export const SAMPLE_FEEDS: readonly string[] = [
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Новости &amp; мнения</title><link>https://news.example/</link><language>ru</language><ttl>30</ttl>
<item><title>Министры встретились в Астане</title><link>/a/1</link><guid isPermaLink="false">a-1</guid>
<pubDate>Wed, 04 Feb 2026 18:20:00 +0500</pubDate><dc:creator>А. Омаров</dc:creator>
<description>Коротко &lt;b&gt;о встрече&lt;/b&gt;.</description>
<content:encoded><![CDATA[<p>Стороны <a href="/b">обсудили</a> торговлю.</p><p>Ещё абзац.</p>]]></content:encoded></item>
<item><title><![CDATA[AT&T opens an office]]></title><link>https://news.example/a/2?x=1&amp;y=2</link><guid>a-2</guid></item>
</channel></rss>`,
  `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://atom.example/x/"><title type="text">Ties</title>
<id>urn:feed</id><link rel="self" href="feed.xml"/><link href="/"/><updated>2026-02-04T18:20:00Z</updated>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Trade <b>grows</b></div></title><id>urn:1</id>
<link href="one"/><updated>2026-02-04T18:20:00+05:00</updated><published>2026-02-03T10:00:00Z</published>
<author><name>A. Khan</name></author><content type="html">&lt;p&gt;Exports rose &amp;amp; imports fell.&lt;/p&gt;</content></entry>
<entry><title>پاکستان اور قازقستان</title><id>urn:2</id><summary>مختصر خبر</summary></entry></feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://rdf.example/"><title>Қазақстан</title><link>https://rdf.example/</link></channel>
<item rdf:about="https://rdf.example/1"><title>Келіссөз</title><link>https://rdf.example/1</link><dc:date>2026-02-04</dc:date></item></rdf:RDF>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Handel',
    home_page_url: 'https://json.example/',
    items: [
      { id: '1', url: 'https://json.example/1', title: 'Öl & Gas', content_html: '<p>Über Öl.</p>' },
      { id: '2', content_text: 'Nur Text', date_published: '2026-02-04T18:20:00Z' },
    ],
  }),
];
