import { beforeEach, describe, expect, it } from 'vitest';
import { latest } from '../../commands/latest.ts';
import { story } from '../../commands/story.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { aRelationship, aSource, aTopic } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore, storeArticle, storyIdOf } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const relationship = aRelationship({
  sources: [aSource(), aSource({ id: 'qazinform', name: 'Qazinform' })],
  topics: [aTopic(), aTopic({ id: 'transport', name: 'Transport' })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('latest', () => {
  it('shows title, reach, outlets with dates and the id of each story, newest first', async () => {
    await anArchiveOfTwoStories();

    const message = await latest.run({}, aContext({ store, relationship }));

    expect(messageText(message)).toBe(
      [
        '# Latest stories',
        '- Airport opens · 2 articles in English, Russian · 2 independent origins · ' +
          '[Qazinform, 2026-02-04] [The Astana Times, 2026-02-05] · story s-00000002',
        '- «Поезд идет» (ru) · 1 article in Russian · [Qazinform, about 2026-01-10] · story s-00000001',
      ].join('\n'),
    );
  });

  it('shows the topics that a person wants when they name none, and all when they say so', async () => {
    await anArchiveOfTwoStories();
    const context = aContext({ store, relationship, topicIds: ['trade'] });

    const own = messageText(await latest.run({}, context));
    const all = messageText(await latest.run({ topic: 'all' }, context));

    expect(own).toContain('No stored story is about Trade.');
    expect(all).toContain('# Latest stories\n- Airport opens');
  });

  it('names what was looked for and what to try when no story fits', async () => {
    await anArchiveOfTwoStories();
    const since = Date.parse('2026-02-06T00:00:00Z');

    const message = await latest.run({ topic: 'trade', since }, aContext({ store, relationship }));

    expect(messageText(message)).toBe(
      'No stored story is about Trade and has an article since 6 Feb 2026.\nTry:\n- latest\n- status',
    );
  });

  it('gives ten stories a page and the line of the next page', async () => {
    const article = await storeArticle(store, {});
    const stories = Array.from({ length: 12 }, (_, index) =>
      aStory({ id: `s-${String(index).padStart(8, '0')}`, articleIds: index === 0 ? [article.id] : [] }),
    );
    await store.stories.replace(stories, []);

    const first = messageText(await latest.run({}, aContext({ store, relationship })));
    const second = messageText(await latest.run({}, aContext({ store, relationship, page: 2 })));

    expect(first.match(/^- /gm)).toHaveLength(10);
    expect(first).toContain('Page 1 of 2 · latest page:2');
    expect(second.match(/^- /gm)).toHaveLength(2);
    expect(new Set(`${first}\n${second}`.match(/story s-\d+/g)).size).toBe(12);
  });
});

describe('story', () => {
  it('shows the sources side by side by language, with origins and related stories', async () => {
    await anArchiveOfTwoStories();

    const message = await story.run({ id: 's-00000002' }, aContext({ store, relationship }));

    const lines = messageText(message).split('\n');
    expect(lines[0]).toBe('# Airport opens');
    expect(lines).toContain('Published: 4 Feb 2026 – 5 Feb 2026');
    expect(lines).toContain('Coverage: 2 articles in English, Russian · 2 independent origins');
    expect(lines[lines.indexOf('In English') + 1]).toMatch(
      /^- Airport opens \[The Astana Times, 2026-02-05\] · origin B, leads · why a-/,
    );
    expect(lines[lines.indexOf('In Russian') + 1]).toMatch(
      /^- «Аэропорт открыт» \(ru\) \[Qazinform, 2026-02-04\] · origin A, leads · why a-/,
    );
    expect(lines[lines.indexOf('Related stories') + 1]).toBe(
      '- «Поезд идет» (ru) · [Qazinform, about 2026-01-10] · story s-00000001',
    );
  });

  it('says which id it does not know and where ids are found', async () => {
    const message = await story.run({ id: 's-dead' }, aContext({ store, relationship }));

    expect(messageText(message)).toContain('No story has the id "s-dead".');
    expect(messageText(message)).toContain('- latest');
  });
});

async function anArchiveOfTwoStories(): Promise<void> {
  const english = await storeArticle(store, {
    title: 'Airport opens',
    url: 'https://example.org/en',
    publishedAt: Date.parse('2026-02-05T06:00:00Z'),
  });
  const russian = await storeArticle(store, {
    title: 'Аэропорт открыт',
    url: 'https://example.org/ru',
    sourceId: 'qazinform',
    language: 'ru',
    publishedAt: Date.parse('2026-02-04T06:00:00Z'),
  });
  const older = await storeArticle(store, {
    title: 'Поезд идет',
    url: 'https://example.org/train',
    sourceId: 'qazinform',
    language: 'ru',
    publication: { at: Date.parse('2026-01-10T06:00:00Z'), certainty: 'inferred', reason: 'weekday named' },
  });
  const link = { score: 0.3, reasons: ['same people'], kind: 'related' as const };
  await store.stories.saveLinks(older.id, [{ a: older.id, b: english.id, ...link }]);
  const first = aStory({
    id: storyIdOf('00000001'),
    title: 'Поезд идет',
    titleLanguage: 'ru',
    articleIds: [older.id],
    languages: ['ru'],
    lastPublishedAt: older.publication.at,
  });
  const second = aStory({
    id: storyIdOf('00000002'),
    title: 'Airport opens',
    articleIds: [russian.id, english.id],
    origins: [
      { id: 'o-1', leadId: russian.id, articleIds: [russian.id] },
      { id: 'o-2', leadId: english.id, articleIds: [english.id] },
    ],
    languages: ['en', 'ru'],
    lastPublishedAt: english.publication.at,
  });
  await store.stories.replace([first, second], []);
}
