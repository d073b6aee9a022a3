import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFeeds } from '../../src/answers/export-opml.ts';
import { planImport } from '../../src/answers/plan-import.ts';
import type { Feed, FeedPause } from '../../src/domain/feed.ts';
import { LANGUAGES } from '../../src/domain/identity.ts';
import { canonicalUrl } from '../../src/ingest/canonical-url.ts';
import { normaliseTitle } from '../../src/ingest/normalise-text.ts';
import type { Fetcher } from '../../src/ports/fetcher.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { hostileText, sentence } from '../fixtures/any-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const relationship = aRelationship({
  name: 'Here & <there>',
  sources: [
    aSource({ id: 'dawn', side: 'PK', owner: 'private', sites: ['dawn.example'] }),
    aSource({ id: 'akorda', side: 'KZ', owner: 'government', sites: ['akorda.example'] }),
  ],
});

/** One line of text as the bot keeps it, without marks that show nothing. */
const line = fc
  .oneof(
    sentence,
    hostileText,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('007', 'true', '&amp;lt;', ']]>'),
  )
  .map((text) =>
    normaliseTitle(
      text
        .replaceAll(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, ' ')
        .slice(0, 200)
        .toWellFormed(),
    ),
  )
  .filter((text) => text !== '');
const address = fc
  .oneof(
    fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
    fc.constantFrom(
      'https://dawn.example/feed?a=1&b=2',
      "https://akorda.example/'<>",
      'https://қаз.example/ü',
    ),
  )
  .map((url) => canonicalUrl(url))
  .filter((url) => url !== null);
const pause: fc.Arbitrary<FeedPause> = fc.record({
  at: fc.constant(NOW),
  reason: line,
  by: fc.constantFrom('operator', 'gone', 'failing'),
  isTold: fc.constant(true),
});
const feed: fc.Arbitrary<Feed> = fc
  .record({
    url: address,
    title: line,
    language: fc.constantFrom(...LANGUAGES, 'other' as const),
    side: fc.constantFrom('KZ', 'PK', 'third'),
    sourceId: fc.constantFrom('dawn', 'akorda', null),
    isConfirmed: fc.boolean(),
    pause: fc.option(pause),
  })
  .map((choices) => aFeed(choices));

describe('a list that is exported and imported again', () => {
  it('gives the same feeds, with side, source, language and pause', async () => {
    const feeds = fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 30 });

    await fc.assert(
      fc.asyncProperty(feeds, async (exported) => {
        const imported = await importedFrom(exportFeeds(exported, relationship));

        expect(imported.map(kept)).toEqual(exported.map(kept));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same list when that is exported once more, with owners', async () => {
    const opml = exportFeeds(
      [aFeed({ sourceId: 'akorda' }), aFeed({ sourceId: null, url: 'https://x.example/' })],
      {
        ...relationship,
      },
    );

    const again = exportFeeds(await importedFrom(opml), relationship);

    expect(opml).toContain('dragoman:owner="government"');
    expect(again).toBe(opml);
  });
});

function kept({ url, title, language, side, sourceId, isConfirmed, pause }: Feed) {
  return { url, title, language, side, sourceId, isConfirmed, pause };
}

async function importedFrom(opml: string): Promise<readonly Feed[]> {
  const store = { feeds: { find: async () => null } };
  const plan = await planImport('https://a.example/', {
    fetcher: serving(opml),
    store,
    relationship,
    now: NOW,
  });
  if (plan.kind === 'refused') throw new Error(plan.reason);
  expect(plan.refusals).toEqual([]);
  return plan.added;
}

function serving(opml: string): Fetcher {
  const validators = { etag: null, lastModified: null };
  const rest = { contentType: null, validators, movedTo: null, freshForMs: null };
  return { get: async (url) => ({ kind: 'fetched', url, bytes: Buffer.from(opml), ...rest }) };
}
