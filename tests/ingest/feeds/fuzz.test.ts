import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedDocument } from '../../../src/ingest/feeds/read-feed-document.ts';
import { mutateFeed } from '../../benchmarks/mutate-feed.ts';
import { createRandom } from '../../benchmarks/random.ts';
import { SAMPLE_FEEDS } from '../../benchmarks/sample-feeds.ts';

/** Far above what a feed takes, far below what somebody would wait for. */
const MOST_MS = 1_000;

describe('the reader of feeds, given broken ones', () => {
  it('reads or refuses whatever became of a feed, and is quick about it', async () => {
    const broken = fc
      .tuple(fc.constantFrom(...SAMPLE_FEEDS), fc.integer())
      .map(([feed, seed]) => mutateFeed(feed, createRandom(seed)));

    await fc.assert(fc.asyncProperty(broken, isReadOrRefused), { numRuns: 800 });
  });

  it('reads or refuses any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), isReadOrRefused), { numRuns: 200 });
  });

  it.each([
    ['tags', '<a>'],
    ['starts of CDATA', '<![CDATA['],
    ['starts of comments', '<!--'],
    ['doctypes', '<!DOCTYPE a ['],
    ['ampersands', '&'],
    ['starts of titles', '<title '],
    ['roots without an end', '<rss '],
    ['marks of base64', ' mode="base64"'],
    ['titles in base64', '<title mode="base64">'],
    ['blanks after the last tag', '</rss '],
    ['brackets of JSON', '{"a":['],
  ])('is quick with %s that never end', async (_what, piece) => {
    await isReadOrRefused(Buffer.from(`<rss><channel><item><title>${piece.repeat(20_000)}`));
    await isReadOrRefused(Buffer.from(piece.repeat(20_000)));
  });
});

async function isReadOrRefused(bytes: Uint8Array): Promise<void> {
  const startedAt = performance.now();

  const reading = await readFeedDocument({ bytes, contentType: null, url: 'https://news.example/feed.xml' });

  expect(reading.kind).toMatch(/^(?:feed|refused)$/);
  expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
}
