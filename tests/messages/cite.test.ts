import { describe, expect, it } from 'vitest';
import { citations } from '../../src/messages/citations.ts';
import { cite } from '../../src/messages/cite.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anArticle } from '../fixtures/an-article.ts';

const READER = {
  language: 'en' as const,
  relationship: aRelationship({ sources: [aSource()] }),
  zone: 'Asia/Almaty',
};

describe('cite', () => {
  it('names the outlet, the stated day and the address', () => {
    const article = anArticle({
      publishedAt: Date.parse('2025-04-24T06:00:00Z'),
      url: 'https://example.org/a',
    });

    const citation = cite(article, READER);

    expect(citation).toEqual({
      kind: 'citation',
      articleId: article.id,
      source: 'The Astana Times',
      date: '2025-04-24',
      url: 'https://example.org/a',
    });
  });

  it('says that an inferred day is about right and an unknown one unknown', () => {
    const at = Date.parse('2026-02-02T00:00:00Z');
    const inferred = anArticle({ publication: { at, certainty: 'inferred', reason: 'weekday' } });
    const unknown = anArticle({ publishedAt: null });

    expect(cite(inferred, READER).date).toBe('about 2026-02-02');
    expect(cite(unknown, READER).date).toBe('undated');
  });

  it('reads the day in the zone of the outlet', () => {
    const lateEvening = anArticle({ publishedAt: Date.parse('2026-02-03T21:00:00Z') });

    expect(cite(lateEvening, READER).date).toBe('2026-02-04');
    expect(cite({ ...lateEvening, sourceId: { value: null, certainty: 'unknown' } }, READER).date).toBe(
      '2026-02-03',
    );
  });

  it('falls back to the name of the file or host of an unknown outlet', () => {
    const fromFile = anArticle({ sourceId: null, url: null, locator: '/seeds/000_b5fb.txt' });
    const fromWeb = anArticle({ sourceId: null, url: 'https://www.example.org/news/1' });

    expect(cite(fromFile, READER).source).toBe('000_b5fb.txt');
    expect(cite(fromWeb, READER).source).toBe('example.org');
  });
});

describe('citations', () => {
  it('cites each outlet once, the earliest first, and counts those beyond four', () => {
    const articles = [6, 5, 4, 3, 2, 1, 1].map((day, index) =>
      anArticle({
        id: `a-${index}`,
        sourceId: null,
        url: `https://outlet${day}.example/${index}`,
        publishedAt: Date.parse(`2026-02-0${day}T09:00:00Z`),
      }),
    );
    const byId = new Map(articles.map((article) => [article.id, article]));

    const shown = citations([...byId.keys()], byId, READER);

    expect(shown.flatMap((inline) => (inline.kind === 'citation' ? [inline.source] : []))).toEqual([
      'outlet1.example',
      'outlet2.example',
      'outlet3.example',
      'outlet4.example',
    ]);
    expect(shown.at(-1)).toEqual({ kind: 'text', text: ' and 2 more sources' });
  });
});
