import { describe, expect, it } from 'vitest';
import type { ArticleDraft, SaveOutcome } from '../../src/domain/article.ts';
import { type IngestPorts, ingest } from '../../src/ingest/ingest.ts';
import type { Documents } from '../../src/ports/documents.ts';
import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aDocument, SOURCES } from './a-document.ts';

const TEXT = 'The two ministers met on Wednesday and agreed on a plan for more trade.';

describe('ingest', () => {
  it('hands all articles on in batches of twenty, in their order', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `${index}.txt`);
    const { ports, batches } = aWorld({ files: Object.fromEntries(names.map((name) => [name, TEXT])) });

    const summary = await ingest(['/inbox'], ports);

    expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
    expect(batches.flat().map(({ locator }) => locator)).toEqual(names.map((name) => `/inbox/${name}`));
    expect(summary.totals).toEqual({ new: 45, revised: 0, unchanged: 0, failed: 0 });
  });

  it('counts a line a source and names what failed', async () => {
    const { ports } = aWorld({
      files: {
        '1.md': `---\nsource: dawn\n---\n${TEXT}`,
        '2.md': `---\nsource: dawn\n---\n${TEXT}`,
        '3.txt': TEXT,
        '4.json': '{',
      },
      outcomes: ['new', 'unchanged', 'revised'],
    });

    const summary = await ingest(['/inbox'], ports);

    expect(summary.sources).toEqual([
      { name: 'Dawn', new: 1, revised: 0, unchanged: 1, failed: [] },
      {
        name: 'unknown source',
        new: 0,
        revised: 1,
        unchanged: 0,
        failed: [{ name: '4.json', reason: expect.stringContaining('JSON') }],
      },
    ]);
    expect(summary.totals).toEqual({ new: 1, revised: 1, unchanged: 1, failed: 1 });
  });

  it('reads a page or feed from its address and puts its failure beside its source', async () => {
    const { ports, batches } = aWorld({
      pages: {
        'https://dawn.com/feed': {
          kind: 'fetched',
          url: 'https://www.dawn.com/feed',
          bytes: Buffer.from(
            `<rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>${TEXT}</title></item></channel></rss>`,
          ),
          contentType: 'text/xml',
          validators: { etag: null, lastModified: null },
          movedTo: null,
          freshForMs: null,
        },
        'https://dawn.com/same': { kind: 'unchanged', movedTo: null, freshForMs: null },
        'https://astanatimes.com/x': {
          kind: 'refused',
          reason: 'the server answered 404',
          retryAfterMs: null,
          isGone: false,
        },
      },
    });

    const summary = await ingest(
      ['https://dawn.com/feed', 'https://dawn.com/same', 'https://astanatimes.com/x'],
      ports,
    );

    expect(batches.flat()).toMatchObject([{ locator: 'https://www.dawn.com/feed#1' }]);
    expect(summary.sources).toContainEqual({
      name: 'The Astana Times',
      new: 0,
      revised: 0,
      unchanged: 0,
      failed: [{ name: 'https://astanatimes.com/x', reason: 'the server answered 404' }],
    });
    expect(summary.totals).toEqual({ new: 1, revised: 0, unchanged: 0, failed: 1 });
  });

  it('says how far it is after every file', async () => {
    const { ports } = aWorld({ files: { '1.txt': TEXT, '2.txt': '', '3.txt': TEXT } });
    const steps: [number, number][] = [];

    await ingest(['/inbox'], ports, (done, total) => steps.push([done, total]));

    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('gives an empty summary for nothing', async () => {
    const { ports, batches } = aWorld({});

    const summary = await ingest([], ports);

    expect(batches).toEqual([]);
    expect(summary).toEqual({ sources: [], totals: { new: 0, revised: 0, unchanged: 0, failed: 0 } });
  });
});

interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly pages?: Readonly<Record<string, FetchOutcome>>;
  /** Of the drafts in their order; what is not listed is new. */
  readonly outcomes?: readonly SaveOutcome[];
}

function aWorld({ files = {}, pages = {}, outcomes = [] }: World) {
  const batches: (readonly ArticleDraft[])[] = [];
  const refused: FetchOutcome = {
    kind: 'refused',
    reason: 'no such page',
    retryAfterMs: null,
    isGone: false,
  };
  const ports: IngestPorts = {
    documents: documentsOf(files),
    fetcher: { get: async (url) => pages[url] ?? refused },
    relationship: aRelationship({ sources: SOURCES }),
    accept: async (drafts) => {
      batches.push(drafts);
      return drafts.map((_, index) => outcomes[index] ?? 'new');
    },
  };
  return { ports, batches };
}

function documentsOf(files: Readonly<Record<string, string>>): Documents {
  return {
    async *read() {
      for (const [name, text] of Object.entries(files))
        yield { kind: 'read', document: aDocument(name, text) };
    },
    count: async () => Object.keys(files).length,
  };
}
