import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { exportOpml } from '../../src/answers/export-opml.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';

const feed = { url: 'https://a.example/rss?a=1&b=2', language: 'en', certainty: 'live' } as const;

describe('exportOpml', () => {
  it('lists the feeds of every source, and no source without one', () => {
    const sources = [
      aSource({ id: 'a', name: 'A "Daily" <Times>', sites: ['a.example'], feeds: [feed] }),
      aSource({ id: 'b', name: 'Silent', feeds: [] }),
    ];

    const opml = exportOpml(aRelationship({ sources }));

    const outlines = [...parseHTML(opml).document.querySelectorAll('outline[type="rss"]')];
    expect(outlines.map((one) => [one.getAttribute('text'), one.getAttribute('xmlUrl')])).toEqual([
      ['A "Daily" <Times>', feed.url],
    ]);
    expect(opml).toContain('htmlUrl="https://a.example" language="en"');
    expect(opml).not.toContain('Silent');
  });

  it('says of a feed what OPML has no word for: side, source, owner and whether its address is a guess', () => {
    const guess = { ...feed, certainty: 'conventional' } as const;
    const sources = [aSource({ id: 'a', side: 'PK', owner: 'private', feeds: [feed, guess] })];

    const opml = exportOpml(aRelationship({ sources }));

    const own = 'dragoman:side="PK" dragoman:source="a" dragoman:owner="private"';
    expect(opml).toContain(`${own}/>`);
    expect(opml).toContain(`${own} dragoman:confirmed="no"/>`);
    expect(opml).toContain('xmlns:dragoman=');
  });

  it('writes no mark of XML from a name as it is', () => {
    const sources = [aSource({ name: '<a> & "b"\u0000', feeds: [feed] })];

    const opml = exportOpml(aRelationship({ sources }));

    expect(opml).toContain('text="&lt;a&gt; &amp; &quot;b&quot;"');
  });
});
