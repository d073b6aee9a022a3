import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../../src/ingest/feeds/read-opml.ts';

const ADDRESS = 'https://news.example/feed.xml';

describe('readOpml', () => {
  it('finds the feeds of another program in their folders, each once', async () => {
    const list = await listIn(`
      <outline text="News" title="News"><outline text="Deeper">
        <outline type="rss" text="T" title="News &amp; more" xmlUrl="${ADDRESS}?utm_source=x" htmlUrl="https://news.example" language="EN-us"/>
      </outline></outline>
      <outline TEXT="Short" XMLURL="http://b.example/rss"/>
      <outline type="rss" text="Again" xmlUrl="${ADDRESS}"/>`);

    expect(list).toEqual({
      kind: 'list',
      refusals: [],
      leftOut: 0,
      feeds: [
        { url: ADDRESS, title: 'News & more', site: 'https://news.example/', language: 'en', own: null },
        { url: 'http://b.example/rss', title: 'Short', site: null, language: 'other', own: null },
      ],
    });
  });

  it.each([
    ['file:///etc/passwd', 'no-web-address'],
    ['javascript:alert(1)', 'no-web-address'],
    ['feed.xml', 'no-web-address'],
    ['https://user:secret@news.example/', 'no-web-address'],
    ['', 'no-address'],
  ])('refuses the address "%s"', async (address, problem) => {
    const list = await listIn(`<outline type="rss" text="Odd" xmlUrl="${address}"/>`);

    expect(list).toMatchObject({ feeds: [], refusals: [{ written: address || 'Odd', problem }] });
  });

  it('takes no more than two hundred feeds and counts the rest', async () => {
    const many = Array.from({ length: 203 }, (_, n) => `<outline xmlUrl="https://a.example/${n}"/>`);

    const list = await listIn(many.join(''));

    expect(list).toMatchObject({ leftOut: 3 });
    expect(list.kind === 'list' && list.feeds).toHaveLength(200);
  });

  it('reads a list in windows-1251, with bare ampersands and text before it', async () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?><opml><!-- a --><body><outline text="\xcd\xee\xe2\xee\xf1\xf2\xe8" xmlUrl="https://a.example/?a=1&b=2"/></body></opml>`;

    const list = await readOpml({ bytes: Buffer.from(`Warning!\n${xml}`, 'latin1'), contentType: null });

    expect(list).toMatchObject({ feeds: [{ title: 'Новости', url: 'https://a.example/?a=1&b=2' }] });
  });

  it('believes nothing but its own words of a pause, a language or a confirmation', async () => {
    const list = await listIn(
      `<outline xmlUrl="${ADDRESS}" language="tlh" dragoman:side="XX" dragoman:pausedBy="nobody" dragoman:confirmed="maybe"/>`,
    );

    expect(list).toMatchObject({
      feeds: [{ language: 'other', own: { side: 'XX', sourceId: null, isConfirmed: true, pause: null } }],
    });
  });

  it.each([
    ['', 'the answer is empty'],
    ['<html><body>No such page</body></html>', 'not a list of feeds in OPML'],
    ['\0\x01\x02\xff', 'not a text'],
    ['<opml version="2.0"><head/></opml>', 'cannot be read'],
    [`<opml><body>${'<outline text="'.repeat(500)}`, 'tags that never end'],
    [`<opml><body>${'<outline text="a">'.repeat(20_000)}`, 'cannot be read'],
    [`<opml><body>${' '.repeat(524_288)}</body></opml>`, 'longer than 512 KB'],
  ])('says what it is instead of a list: %#', async (text, reason) => {
    const reading = await readOpml({ bytes: Buffer.from(text, 'latin1'), contentType: null });

    expect(reading).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  it('expands no entity that the list declares', async () => {
    const xml = `<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><opml><body><outline text="x&b;y" xmlUrl="${ADDRESS}"/></body></opml>`;

    expect(await readOpml({ bytes: Buffer.from(xml), contentType: null })).toMatchObject({
      feeds: [{ title: 'x&b;y' }],
    });
  });

  it('never throws, whatever it is given', async () => {
    const whole = opml(
      `<outline text="A"><outline type="rss" xmlUrl="${ADDRESS}" dragoman:side="KZ"/></outline>`,
    );
    const pieces = fc.constantFrom(
      ...(whole.match(/\w+|\W/g) ?? []),
      '<![CDATA[',
      '&#0;',
      '&#xD800;',
      '__proto__',
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(pieces, { maxLength: 80 }).map((words) => Buffer.from(`<opml>${words.join('')}`)),
      fc.nat(whole.length).map((end) => Buffer.from(whole.slice(0, end))),
    );

    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const { kind } = await readOpml({ bytes, contentType: null });

        expect(['list', 'refused']).toContain(kind);
      }),
      { numRuns: 1000 },
    );
  });
});

function opml(outlines: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head><title>All</title></head><body>${outlines}</body></opml>`;
}

function listIn(outlines: string) {
  return readOpml({ bytes: Buffer.from(opml(outlines)), contentType: 'text/xml' });
}
