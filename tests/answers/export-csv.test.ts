import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../src/answers/export-csv.ts';
import { anArticleJson, anEventJson, anExport } from '../fixtures/an-export.ts';

describe('exportCsv', () => {
  it('gives one line an event, with participants, place and sources', () => {
    const csv = exportCsv(anExport());

    expect(csv).toBe(
      'id,kind,title,from,to,precision,status,participants,place,sources\r\n' +
        'e-1,visit,Visit of Tokayev to Pakistan,2026-02-03,2026-02-04,day,held,Kassym-Jomart Tokayev,islamabad,' +
        'astana-times https://astanatimes.com/visit\r\n',
    );
  });

  it('names each source once, and the article where no source is known', () => {
    const article = anArticleJson({ source: null, url: null });
    const slice = { articleId: article.id, start: 0, end: 1, text: 'T' };

    const csv = exportCsv(
      anExport({ articles: [article], events: [anEventJson({ evidence: [slice, { ...slice, start: 1 }] })] }),
    );

    expect(cells(csv)[1]?.at(-1)).toBe('a-1');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1'])('keeps a spreadsheet from running %j', (title) => {
    const csv = exportCsv(anExport({ events: [anEventJson({ title })] }));

    expect(cells(csv)[1]?.[2]).toBe(`'${title}`);
  });

  it('gives every title back, whatever marks and line ends are in it', () => {
    fc.assert(
      fc.property(fc.array(title), (titles) => {
        const csv = exportCsv(anExport({ events: titles.map((each) => anEventJson({ title: each })) }));

        const read = cells(csv)
          .slice(1)
          .map((row) => row[2]);

        expect(read).toEqual(titles.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each)));
      }),
    );
  });
});

const title = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', "'", 'ә', 'ب') }),
);

/** Reads RFC 4180: every cell is quoted or plain, and followed by a comma or the end of its line. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
