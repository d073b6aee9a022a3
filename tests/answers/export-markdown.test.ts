import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../src/answers/export-markdown.ts';
import { markdownLink, markdownText } from '../../src/answers/markdown-text.ts';
import type { StoryId } from '../../src/domain/identity.ts';
import { en } from '../../src/locales/en.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anArticleJson, anExport } from '../fixtures/an-export.ts';

const review = { relationship: aRelationship({ sources: [aSource()] }), words: en };

describe('exportMarkdown', () => {
  it('gives stories by month with their sources, events, and agreements with their steps', () => {
    const markdown = exportMarkdown(anExport(), review);

    expect(markdown).toBe(`# Kazakhstan–Pakistan: press review

## Stories

### February 2026

- **Tokayev visits Islamabad** — 1 article, 1 language, 1 independent origin
  - [Tokayev visits Islamabad](https://astanatimes.com/visit) — The Astana Times, 2026-02-04

## Events

- 2026-02-03 – 2026-02-04: Visit of Tokayev to Pakistan (held) — [The Astana Times](https://astanatimes.com/visit)

## Agreements

- **Joint Declaration** — signed
  - 2026-02-04: signed — [The Astana Times](https://astanatimes.com/visit)
`);
  });

  it('puts the newest month first and the undated last', () => {
    const [story] = anExport().stories;
    if (story === undefined) throw new Error('the fixture has a story');
    const told = (id: string, firstPublishedAt: string | null) => ({
      ...story,
      id: id as StoryId,
      firstPublishedAt,
    });
    const stories = [
      told('s-1', null),
      told('s-2', '2025-09-10T00:00:00Z'),
      told('s-3', '2026-02-04T00:00:00Z'),
    ];

    const markdown = exportMarkdown(anExport({ stories }), review);

    expect(markdown.match(/(?<=^### ).*$/gm)).toEqual(['February 2026', 'September 2025', 'undated']);
  });

  it('leaves out stories that are not about the relationship, and sections without entries', () => {
    const articles = [anArticleJson({ isRelevant: false })];

    const markdown = exportMarkdown(anExport({ articles, events: [], agreements: [] }), review);

    expect(markdown).toBe('# Kazakhstan–Pakistan: press review\n');
  });
});

describe('markdownText', () => {
  it.each([
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['[a](b) <script> &amp;', '\\[a\\](b) \\<script\\> \\&amp;'],
    ['# Heading\n\n- list', '\\# Heading - list'],
    ['- no list', '\\- no list'],
    ['12. December', '12\\. December'],
    ['see https://a.example and www.b.example', 'see https\\://a.example and www\\.b.example'],
  ])('shows %j as it is', (text, escaped) => {
    expect(markdownText(text)).toBe(escaped);
  });
});

describe('markdownLink', () => {
  it.each([
    ['javascript:alert(1)', 'a'],
    ['not an address', 'a'],
    [null, 'a'],
    ['https://a.example/b_(c) d', '[a](https://a.example/b_%28c%29%20d)'],
  ])('turns %j into %s', (url, link) => {
    expect(markdownLink('a', url)).toBe(link);
  });
});
