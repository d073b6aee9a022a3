import { describe, expect, it } from 'vitest';
import { draftIn, readingsOf } from './a-document.ts';

const TEXT = 'The two ministers met on Wednesday and agreed on a plan for more trade.';

describe('JSON', () => {
  it('may be one article', async () => {
    const article = {
      title: 'Ministers agree',
      text: TEXT,
      url: 'https://dawn.com/a',
      published: '2026-02-04',
      language: 'en',
      source: 'Dawn',
      shares: 12,
    };

    const draft = await draftIn('a.json', JSON.stringify(article));

    expect(draft).toEqual({
      url: 'https://dawn.com/a',
      locator: '/inbox/a.json',
      title: { value: 'Ministers agree', certainty: 'stated' },
      text: TEXT,
      sourceId: { value: 'dawn', certainty: 'stated' },
      language: { value: 'en', certainty: 'stated' },
      publication: { at: Date.parse('2026-02-04T12:00Z'), certainty: 'stated', reason: 'JSON field' },
      author: null,
      feedItem: null,
      isBacklog: false,
    });
  });

  it('may call its fields otherwise', async () => {
    const article = {
      content: TEXT,
      link: 'https://dawn.com/a',
      publishedAt: 1_770_200_000,
      lang: 'ur-PK',
      source: { name: 'Dawn' },
    };

    const draft = await draftIn('a.json', JSON.stringify(article));

    expect(draft).toMatchObject({
      url: 'https://dawn.com/a',
      text: TEXT,
      language: { value: 'ur' },
      sourceId: { value: 'dawn' },
      publication: { at: 1_770_200_000_000 },
    });
  });

  it.each([
    ['a list', (list: unknown[]) => list],
    ['an object with articles', (articles: unknown[]) => ({ articles })],
    ['a JSON Feed', (items: unknown[]) => ({ version: 'https://jsonfeed.org/version/1.1', items })],
  ])('may be %s, in which a bad entry stops no good one', async (_shape, wrap) => {
    const list = [
      { id: 'x', content_html: `<p>${TEXT}</p><p>More.</p>` },
      { title: 'no text' },
      7,
      { body: TEXT },
    ];

    const readings = await readingsOf('a.json', JSON.stringify(wrap(list)));

    expect(readings).toMatchObject([
      { kind: 'draft', draft: { locator: '/inbox/a.json#x', text: `${TEXT}\n\nMore.` } },
      { kind: 'failed', name: 'a.json#2', reason: 'not an article: it has no text' },
      { kind: 'failed', name: 'a.json#3' },
      { kind: 'draft', draft: { locator: '/inbox/a.json#4', text: TEXT } },
    ]);
  });

  it('may be one article a line', async () => {
    const readings = await readingsOf('a.jsonl', `{"text":"${TEXT}"}\n\n{broken\n{"body":"${TEXT}"}\n`);

    expect(readings).toMatchObject([
      { kind: 'draft', draft: { locator: '/inbox/a.jsonl#1' } },
      { kind: 'failed', name: 'a.jsonl#3', reason: 'not valid JSON' },
      { kind: 'draft', draft: { locator: '/inbox/a.jsonl#4' } },
    ]);
  });

  it('that is broken is reported', async () => {
    expect(await readingsOf('a.json', '{"text": "a"')).toEqual([
      { kind: 'failed', name: 'a.json', reason: expect.stringMatching(/^cannot be read as JSON: /) },
    ]);
  });
});
