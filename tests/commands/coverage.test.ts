import { beforeEach, describe, expect, it } from 'vitest';
import { coverage } from '../../commands/coverage.ts';
import type { OptionValues } from '../../src/ports/command.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { aDraft, type DraftChoices } from '../fixtures/an-article.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const DAY = 24 * 3_600_000;
const READ = { lastSuccessAt: NOW, lastNewAt: NOW };

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('coverage', () => {
  it('shows a number a week for each side and each language', async () => {
    await published(0, { sourceId: 'dawn' });
    await published(1, { sourceId: 'dawn', language: 'ur' });
    await published(10);
    await store.feeds.add(aFeed({ state: READ }));

    expect((await asked({ weeks: 3 })).split('\n')).toEqual([
      '# Kazakhstan–Pakistan: coverage of the last 3 weeks',
      'Articles about the two sides, a number for each week, the oldest first: 21 Jan – 10 Feb 2026 (UTC).',
      'By side',
      'Kazakhstan: 0 1 0 · 1 article',
      'Pakistan: 0 0 2 · 2 articles · no feed followed',
      'third parties: 0 0 0 · 0 articles · no feed followed',
      'By language',
      'English: 0 1 1 · 2 articles',
      'Urdu: 0 0 1 · 1 article · no feed followed',
    ]);
  });

  it('shows eight weeks when none are named, and each of them with its number', async () => {
    expect(await asked({})).toContain('Kazakhstan: 0 0 0 0 0 0 0 0 ·');
  });

  it('counts what was published by now, and nothing later', async () => {
    await published(-0.25);
    await published(0);

    expect(await asked({ weeks: 1 })).toContain('Kazakhstan: 1 · 1 article');
  });

  it('counts articles that are not about the two sides when all are asked for', async () => {
    await store.articles.save(draftOf(0), NOW);

    expect(await asked({ weeks: 1 })).toContain('Kazakhstan: 0 ·');
    const all = await asked({ weeks: 1, which: 'all' });
    expect(all).toContain('All articles, a number');
    expect(all).toContain('Kazakhstan: 1 ·');
  });

  it('tells who has gone quiet, from when on, and the rhythm before that', async () => {
    await store.feeds.add(aFeed({ state: READ }));
    for (let daysAgo = 14; daysAgo < 54; daysAgo += 2) await published(daysAgo);

    expect(await asked({})).toContain(
      'Kazakhstan: 2 4 3 4 3 4 0 0 · 20 articles · quiet: nothing after 27 Jan 2026, where articles came about every 2 days',
    );
  });

  it('raises no alarm for a side whose feeds are down', async () => {
    const failing = { ...READ, failures: 2, failingSince: NOW - DAY, problem: 'the server answered 500' };
    await store.feeds.add(aFeed({ state: failing }));
    for (let daysAgo = 14; daysAgo < 54; daysAgo += 2) await published(daysAgo);

    const text = await asked({});
    expect(text).toContain('20 articles · feeds are down');
    expect(text).not.toContain('quiet');
  });

  it('tells how many feeds of a side are down while others answer', async () => {
    await store.feeds.add(aFeed({ state: READ }));
    const pause = { at: NOW, by: 'operator', reason: 'paused', isTold: true } as const;
    await store.feeds.add(aFeed({ id: 'f-0000000000000002', pause }));

    expect(await asked({})).toContain('0 articles · 1 of 2 feeds is down');
  });

  it('calls the feeds of a side down when those that do not rest were never read', async () => {
    await store.feeds.add(aFeed());
    const pause = { at: NOW, by: 'operator', reason: 'paused', isTold: true } as const;
    await store.feeds.add(aFeed({ id: 'f-0000000000000002', pause }));

    expect(await asked({})).toMatch(/^Kazakhstan: [0 ]+ · 0 articles · feeds are down$/m);
  });

  it('names the feeds that answer and bring nothing new', async () => {
    await store.feeds.add(aFeed({ state: { ...READ, lastNewAt: NOW - 30 * DAY } }));

    expect(await asked({})).toContain('- The Astana Times · since 11 Jan 2026');
  });

  it('names ten of very many stale feeds, and how many more there are', async () => {
    for (let place = 10; place < 22; place += 1)
      await store.feeds.add(
        aFeed({ id: `f-00000000000000${place}`, state: { ...READ, lastNewAt: NOW - 30 * DAY } }),
      );

    const text = await asked({});

    expect(text.match(/- The Astana Times/g)).toHaveLength(10);
    expect(text).toContain('- and 2 more feeds');
  });

  it.each([0, -1, 27])('says how many weeks it can show when asked for %i', async (weeks) => {
    await expect(asked({ weeks })).rejects.toThrow('Say from 1 to 26 weeks');
  });
});

async function asked(options: OptionValues): Promise<string> {
  const relationship = aRelationship({ sources: [aSource(), aSource({ id: 'dawn', side: 'PK' })] });
  return messageText(await coverage.run(options, aContext({ store, now: NOW, relationship })));
}

/** An article about the two sides. */
async function published(daysAgo: number, choices: DraftChoices = {}): Promise<void> {
  await storeArticle(store, { ...choicesOf(daysAgo), ...choices });
}

function draftOf(daysAgo: number) {
  return aDraft(choicesOf(daysAgo));
}

function choicesOf(daysAgo: number): DraftChoices {
  return { url: `https://example.org/${daysAgo}`, publishedAt: NOW - daysAgo * DAY };
}
