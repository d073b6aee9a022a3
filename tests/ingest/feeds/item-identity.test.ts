import { describe, expect, it } from 'vitest';
import { chooseItemIdentity, itemHash, itemKey } from '../../../src/ingest/feeds/item-identity.ts';
import { aFeedItem } from '../../fixtures/a-feed-document.ts';

describe('what tells the items of a feed apart', () => {
  it('is the guid, where nearly all items have one of their own', () => {
    const items = Array.from({ length: 20 }, (_, n) => aFeedItem({ guid: n === 0 ? null : `g${n}` }));

    expect(chooseItemIdentity(items)).toBe('guid');
  });

  it('is the link, where guids repeat', () => {
    const items = [1, 2, 3].map((n) => aFeedItem({ guid: 'same', url: `https://a.example/${n}` }));

    expect(chooseItemIdentity(items)).toBe('link');
  });

  it('is the content, where links repeat, too', () => {
    const items = [1, 2, 3].map((n) => aFeedItem({ guid: null, url: 'https://a.example/', title: `${n}` }));

    expect(chooseItemIdentity(items)).toBe('content');
  });

  it('falls back for an odd item alone', () => {
    const odd = aFeedItem({ guid: null, url: 'https://a.example/1' });

    expect(itemKey(aFeedItem({ guid: 'g1' }), 'guid')).toBe('guid g1');
    expect(itemKey(odd, 'guid')).toBe('link https://a.example/1');
    expect(itemKey({ ...odd, url: null }, 'guid')).toMatch(/^content [0-9a-f]{64}$/);
  });

  it('is not the date: an item that is dated anew is the same', () => {
    const first = aFeedItem({ published: { value: '2026-02-04', where: 'feed' } });
    const again = aFeedItem({ published: { value: '2026-02-05', where: 'feed' } });

    expect(itemHash(again)).toBe(itemHash(first));
    expect(itemHash(aFeedItem({ title: 'Another' }))).not.toBe(itemHash(first));
  });
});
