import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/domain/feed.ts';
import { type DraftsPorts, draftsOfFeed } from '../../../src/ingest/feeds/drafts-of-feed.ts';
import { itemHash } from '../../../src/ingest/feeds/item-identity.ts';
import { aFeed } from '../../fixtures/a-feed.ts';
import { aFeedDocument, aFeedItem } from '../../fixtures/a-feed-document.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');

describe('the drafts of a feed', () => {
  it('carry the feed, the item and the source', async () => {
    const { drafts, itemIdentity } = await draftsOfFeed(aFeedDocument(), readBefore(), ports());

    expect(itemIdentity).toBe('guid');
    expect(drafts).toMatchObject([
      {
        url: 'https://astanatimes.com/2026/02/flights',
        sourceId: { value: 'astana-times' },
        feedItem: { feedId: readBefore().id, key: 'guid g1', hash: itemHash(aFeedItem()) },
        isBacklog: false,
        publication: { at: Date.parse('2026-02-04T09:00:00Z'), certainty: 'stated' },
      },
    ]);
  });

  it('of its first reading are backlog', async () => {
    const { drafts } = await draftsOfFeed(aFeedDocument(), aFeed(), ports());

    expect(drafts).toMatchObject([{ isBacklog: true }]);
  });

  it('leave out what is stored as it is, whatever its date says now', async () => {
    const item = aFeedItem({ published: { value: '2026-02-09', where: 'feed' } });
    const known = new Map([['guid g1', itemHash(aFeedItem())]]);

    const { drafts } = await draftsOfFeed(aFeedDocument({ items: [item] }), readBefore(), ports(known));

    expect(drafts).toEqual([]);
  });

  it('hold what was retitled', async () => {
    const item = aFeedItem({ title: 'Even more flights' });
    const known = new Map([['guid g1', itemHash(aFeedItem())]]);

    const { drafts } = await draftsOfFeed(aFeedDocument({ items: [item] }), readBefore(), ports(known));

    expect(drafts).toMatchObject([{ title: { value: 'Even more flights' }, feedItem: { key: 'guid g1' } }]);
  });

  it('keep to the way in which the feed told its items apart', async () => {
    const items = [1, 2].map((n) => aFeedItem({ guid: null, url: `https://astanatimes.com/${n}` }));
    const feed = readBefore({ itemIdentity: 'guid' });

    const { drafts, itemIdentity } = await draftsOfFeed(aFeedDocument({ items }), feed, ports());

    expect(itemIdentity).toBe('guid');
    expect(drafts.map(({ feedItem }) => feedItem?.key)).toEqual([
      'link https://astanatimes.com/1',
      'link https://astanatimes.com/2',
    ]);
  });

  it('do not believe a date in the future', async () => {
    const item = aFeedItem({ published: { value: '2027-01-01T00:00:00Z', where: 'feed' } });

    const { drafts } = await draftsOfFeed(aFeedDocument({ items: [item] }), readBefore(), ports());

    expect(drafts[0]?.publication).toEqual({
      at: null,
      certainty: 'unknown',
      reason: 'the date in the feed is in the future: 2027-01-01',
    });
  });

  it('do without an item that cannot be read', async () => {
    const deep = '<div>'.repeat(1_000);
    const items = [aFeedItem({ guid: 'deep', contentHtml: deep }), aFeedItem()];

    const { drafts } = await draftsOfFeed(aFeedDocument({ items }), readBefore(), ports());

    expect(drafts.map(({ feedItem }) => feedItem?.key)).toEqual(['guid g1']);
  });

  it('ask for the pages of thirty teasers at most', async () => {
    const items = Array.from({ length: 40 }, (_, n) =>
      aFeedItem({ guid: `g${n}`, url: `https://astanatimes.com/${n}`, contentHtml: 'A few words.' }),
    );
    const asked: string[] = [];
    const fetcher: DraftsPorts['fetcher'] = {
      async get(url) {
        asked.push(url);
        return { kind: 'refused', reason: 'no', retryAfterMs: null, isGone: false };
      },
    };

    const { drafts } = await draftsOfFeed(aFeedDocument({ items }), readBefore(), { ...ports(), fetcher });

    expect([drafts.length, asked.length]).toEqual([40, 30]);
  });

  it('cost no request when the feed carries the whole article', async () => {
    const fetcher: DraftsPorts['fetcher'] = { get: () => Promise.reject(new Error('asked')) };

    const reading = draftsOfFeed(aFeedDocument(), readBefore(), { ...ports(), fetcher });

    await expect(reading).resolves.toMatchObject({ hasMore: false });
  });

  it('ask again for a page that could not be read, at the next two checks', async () => {
    const document = aFeedDocument({ items: [aFeedItem({ contentHtml: 'A few words.' })] });
    const known = new Map<string, string>();
    const counts: unknown[] = [];

    for (let check = 1; check <= 4; check += 1) {
      const { drafts, hasMore } = await draftsOfFeed(document, readBefore(), ports(known));
      for (const { feedItem } of drafts) if (feedItem) known.set(feedItem.key, feedItem.hash);
      counts.push([drafts.length, hasMore]);
    }

    expect(counts).toEqual([
      [1, true],
      [1, true],
      [1, false],
      [0, false],
    ]);
  });

  it('leave what is too much for one check to the next', async () => {
    const items = Array.from({ length: 2_001 }, (_, n) => aFeedItem({ guid: `g${n}` }));

    const { drafts, hasMore } = await draftsOfFeed(aFeedDocument({ items }), readBefore(), ports());

    expect([drafts.length, hasMore]).toEqual([2_000, true]);
  });
});

function readBefore(state: Partial<Feed['state']> = {}): Feed {
  const feed = aFeed({ sourceId: 'astana-times' });
  return { ...feed, state: { ...feed.state, lastSuccessAt: NOW - 3_600_000, ...state } };
}

function ports(known: ReadonlyMap<string, string> = new Map()): DraftsPorts {
  return {
    fetcher: { get: async () => ({ kind: 'refused', reason: 'no', retryAfterMs: null, isGone: false }) },
    sources: [],
    knownItems: async () => known,
    now: NOW,
  };
}
