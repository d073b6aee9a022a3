import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/ingest/read-document.ts';
import { aDocument, readingsOf, SOURCES } from './a-document.ts';

const EXTENSIONS = ['txt', 'md', 'html', 'json', 'jsonl', 'xml', 'bin', ''];
const PIECES = [
  '<p>',
  '</p>',
  '<rss>',
  '---\n',
  '{"text":"',
  '"}',
  '[',
  '&',
  '<![CDATA[',
  'ASTANA – ',
  'Ж',
  '\r\n',
  'e\u0301',
];

describe('reading a document', () => {
  it('never throws, and gives only composed, trimmed text with plain line ends', async () => {
    const content = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
      .map((all) => all.join(''));

    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom(...EXTENSIONS), async (text, extension) => {
        for (const reading of await readingsOf(`a.${extension}`, text)) {
          if (reading.kind === 'failed') continue;
          const stored = reading.draft.text;
          expect(stored).toBe(stored.normalize('NFC').trim());
          expect(stored).not.toMatch(/^$|\r/);
          expect(reading.draft.title.value).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom(...EXTENSIONS),
        async (bytes, extension) => {
          expect(Array.isArray(await readingsOf(`a.${extension}`, bytes))).toBe(true);
        },
      ),
    );
  });

  it.each([
    [
      '<!DOCTYPE html><html><body><p>Words of an article on a page.</p></body></html>',
      'Words of an article on a page.',
    ],
    [
      '<rss version="2.0"><channel><title>x</title><item><title>Words of an item</title></item></channel></rss>',
      'Words of an item',
    ],
    ['{"text": "Words of an article in JSON."}', 'Words of an article in JSON.'],
    ['Words of a plain text.', 'Words of a plain text.'],
  ])('tells what it is without an extension: %s', async (content, text) => {
    const [reading] = await readDocument(aDocument('https://dawn.com/a', content), SOURCES);

    expect(reading).toMatchObject({ kind: 'draft', draft: { text } });
  });

  it('sees a page behind the name of a feed', async () => {
    const [reading] = await readingsOf(
      'feed.xml',
      '<html><body><p>This feed has moved, kind reader.</p></body></html>',
    );

    expect(reading).toMatchObject({ kind: 'draft', draft: { text: 'This feed has moved, kind reader.' } });
  });

  it('takes no more than a moment over hostile markup', async () => {
    const hostile = [
      '<a'.repeat(400_000),
      `<rss>${'<![CDATA['.repeat(100_000)}`,
      ' '.repeat(800_000),
      `<html><body>${'<div>'.repeat(3000)}<p>Words</p>`,
      `ASTANA, ${'A. '.repeat(200_000)}`,
      `{"text":"${'<a'.repeat(400_000)}"}`,
    ];
    const startedAt = performance.now();

    for (const text of hostile) await readDocument(aDocument('https://dawn.com/a', text), SOURCES);

    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
