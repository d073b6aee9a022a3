import { describe, expect, it } from 'vitest';
import { followedAddress } from '../../../src/ingest/feeds/followed-address.ts';

describe('the address at which a feed is followed', () => {
  it.each([
    ['https://m.example.org/rss', 'https://m.example.org/rss'],
    ['https://example.org/feed?lang=ru&amp=1', 'https://example.org/feed?lang=ru&amp=1'],
    [' HTTPS://Example.org:443/feed?utm_source=x#top ', 'https://example.org/feed'],
  ])('is the one that was written: %s', (written, address) => {
    expect(followedAddress(written)).toBe(address);
  });

  it.each([['ftp://example.org/feed'], ['https://me:secret@example.org/feed'], ['feed'], ['']])(
    'is none for %s',
    (written) => {
      expect(followedAddress(written)).toBeNull();
    },
  );
});
