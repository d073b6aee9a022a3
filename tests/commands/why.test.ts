import { beforeEach, describe, expect, it } from 'vitest';
import { why } from '../../commands/why.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';
import { aPerson, aRelationship, aSource, aTopic } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const relationship = aRelationship({
  sources: [aSource()],
  people: [aPerson({ id: 'tokayev', name: 'Kassym-Jomart Tokayev' })],
  topics: [aTopic({ id: 'transport', name: 'Transport' })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('why', () => {
  it('tells the whole chain: stored, date, relevance, names, topics, story, origin, links and ledger', async () => {
    const article = await storeArticle(
      store,
      { title: 'Airport opens', text: 'Tokayev landed on Monday. He met guests.' },
      [{ form: 'Tokayev', entityId: 'tokayev' }],
    );
    const other = await storeArticle(store, {
      title: 'Аэропорт',
      url: 'https://example.org/ru',
      language: 'ru',
    });
    await store.stories.saveLinks(article.id, [
      { a: article.id, b: other.id, kind: 'same-story', score: 0.82, reasons: ['same people: tokayev'] },
    ]);
    const articleIds = [article.id, other.id];
    await store.stories.replace([aStory({ articleIds, languages: ['en', 'ru'] })], []);
    await store.ledger.saveObservations(article.id, [
      anObservation({ articleId: article.id, start: 0, end: 25 }),
    ]);

    const lines = messageText(
      await why.run({ article: article.id }, aContext({ store, relationship })),
    ).split('\n');

    expect(lines).toContain(`Stored: ${article.id} · 10 Feb 2026, 11:00, revision 1`);
    expect(lines).toContain('Read from: https://example.org/airport-opens');
    expect(lines).toContain('Published: 4 Feb 2026 (stated: front matter)');
    expect(lines).toContain('Relevance: both sides together: a person of each side in one sentence (1×)');
    expect(lines).toContain('Entities: Kassym-Jomart Tokayev: «Tokayev»');
    expect(lines).toContain('Topics: Transport 1.00: «airport»');
    expect(lines).toContain('Origin: leads an origin of 2 articles');
    expect(lines).toContain(
      '- «Аэропорт» (ru) [The Astana Times, 2026-02-04] · same story, score 0.82 · same people: tokayev',
    );
    expect(lines).toContain(
      '- state visit, held: Kassym-Jomart Tokayev · 3–4 Feb 2026 · «Tokayev landed on Monday.» [The Astana Times, 2026-02-04]',
    );
  });

  it('says what a reference may look like when nothing matches', async () => {
    const text = messageText(await why.run({ article: 'nowhere' }, aContext({ store, relationship })));

    expect(text).toContain('No stored article matches "nowhere".');
    expect(text).toContain('the end of a file name');
  });
});
