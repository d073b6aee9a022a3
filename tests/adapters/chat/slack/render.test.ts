import type { types } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../adapters/chat/slack/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Action, Block, Citation, Entry, Inline, Inlines } from '../../../../src/domain/message.ts';
import { heading, paragraph } from '../../../../src/messages/blocks.ts';
import { bold, code, italic, quote, text } from '../../../../src/messages/inline.ts';
import { payloadProblems } from '../../../fixtures/slack/block-kit.ts';

const render = (...blocks: Block[]) => renderMessage({ blocks }, (line) => `<${line}>`);
const blocksOf = (...blocks: Block[]) => render(...blocks).flatMap((post) => post.blocks);

const rich = (...elements: types.RichTextBlockElement[]) => ({ type: 'rich_text', elements });
const section = (...elements: types.RichTextElement[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
});
const said = (words: string) => rich(section({ type: 'text', text: words }));
const plain = (words: string) => ({ type: 'plain_text', text: words, emoji: false });

/** The first line of text of a paragraph. */
const lineOf = (...inlines: Inlines) =>
  blocksOf(paragraph(inlines)).flatMap((block) =>
    block.type === 'rich_text' && block.elements[0]?.type === 'rich_text_section'
      ? block.elements[0].elements
      : [],
  );

function aCitation(overrides: Partial<Citation> = {}): Citation {
  return {
    kind: 'citation',
    articleId: 'a1' as ArticleId,
    source: 'The Astana Times',
    date: '2026-02-04',
    url: 'https://astanatimes.com/x',
    ...overrides,
  };
}

const press = (label: string, command = label.toLowerCase()): Action => ({ label, command });

describe('text is rich text, letter by letter', () => {
  it('keeps the styles of its words', () => {
    expect(lineOf(text('a '), bold('b'), text(' '), italic('c'), text(' '), code('story s-1'))).toEqual([
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'c', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'story s-1', style: { code: true } },
    ]);
  });

  it('sets a quotation in marks, and joins what looks alike', () => {
    expect(lineOf(text('He said '), quote('it is done', 'en'), text('.'))).toEqual([
      { type: 'text', text: 'He said “it is done”.' },
    ]);
  });

  it('links a citation with a date that people read', () => {
    expect(lineOf(text('Signed.'), aCitation({ date: 'about 2026-02-04' }))).toEqual([
      { type: 'text', text: 'Signed. ' },
      { type: 'link', text: '[The Astana Times, about 4 Feb 2026]', url: 'https://astanatimes.com/x' },
    ]);
  });

  it.each([
    [null],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['no address'],
    [`https://x.example/${'y'.repeat(2000)}`],
  ])('leaves a citation without a web address as text: %.30s', (url) => {
    expect(lineOf(text('Signed.'), aCitation({ url }))).toEqual([
      { type: 'text', text: 'Signed. [The Astana Times, 4 Feb 2026]' },
    ]);
  });

  it('shortens the name of a source that has no end', () => {
    const [run] = lineOf(text('Signed.'), aCitation({ source: 'x'.repeat(5000), url: null }));

    expect(run).toEqual({ type: 'text', text: `Signed. [${'x'.repeat(199)}…, 4 Feb 2026]` });
  });

  it('links to web addresses only', () => {
    const link = (url: string): Inline => ({ kind: 'link', text: 'more', url });

    expect(lineOf(link('https://example.com/a|b>c'))).toEqual([
      { type: 'link', text: 'more', url: 'https://example.com/a%7Cb%3Ec' },
    ]);
    expect(lineOf(link('javascript:alert(1)'))).toEqual([{ type: 'text', text: 'more' }]);
  });

  it('shows hostile text as it is written, without what steers it', () => {
    const hostile =
      '<!channel> <@U1> @everyone *bold* :smile: [x](javascript:1)\u202E zero\u200Bwidth\u0007\nend';

    expect(lineOf(text(hostile))).toEqual([
      { type: 'text', text: '<!channel> <@U1> @everyone *bold* :smile: [x](javascript:1) zerowidth end' },
    ]);
  });

  it('never sends half of a character', () => {
    expect(lineOf(text('a\uD83Db'))).toEqual([{ type: 'text', text: 'a\uFFFDb' }]);
  });

  it('leaves out what shows nothing, and spaces at the ends', () => {
    expect(lineOf(text(' '), bold('\u200B'), text('  a '), text(' '), text('b '), quote(' ', 'en'))).toEqual([
      { type: 'text', text: 'a b' },
    ]);
    expect(lineOf(text('a'), bold('\u200C\u200D'))).toEqual([{ type: 'text', text: 'a' }]);
  });
});

describe('text that runs from right to left', () => {
  it('is set apart where it stands in a line that does not', () => {
    expect(lineOf(quote('صدر توکایف', 'ur'), text(' (ur) · 1 article'), aCitation({ url: null }))).toEqual([
      { type: 'text', text: '“\u2067صدر توکایف\u2069” (ur) · 1 article [The Astana Times, 4 Feb 2026]' },
    ]);
  });

  it('is a stretch of its own in every quotation', () => {
    expect(lineOf(text('Titles: '), quote('صدر', 'ur'), text(', '), quote('توکایف', 'ur'))).toEqual([
      { type: 'text', text: 'Titles: “\u2067صدر\u2069”, “\u2067توکایف\u2069”' },
    ]);
  });

  it('is one stretch across styles', () => {
    expect(lineOf(text('Read about صدر '), bold('توکایف'), text(' today'))).toEqual([
      { type: 'text', text: 'Read about \u2067صدر ' },
      { type: 'text', text: 'توکایف\u2069', style: { bold: true } },
      { type: 'text', text: ' today' },
    ]);
  });

  it('turns a line that is its own', () => {
    expect(
      lineOf(text('صدر توکایف اسلام آباد پہنچے۔'), aCitation({ source: 'Dawn', url: 'https://dawn.com/' })),
    ).toEqual([
      { type: 'text', text: '\u200F\u2067صدر توکایف اسلام آباد پہنچے۔ ' },
      { type: 'link', text: '[Dawn, 4 Feb 2026]\u2069', url: 'https://dawn.com/' },
    ]);
  });
});

describe('headings', () => {
  it('are headers in plain text, where a colon is a colon', () => {
    expect(blocksOf(heading('Visits :smile: *now*'))).toEqual([
      { type: 'header', text: plain('Visits :smile: *now*') },
    ]);
  });

  it('are bold text when they are long or link to something', () => {
    const long = 'x'.repeat(151);

    expect(blocksOf(heading(long))).toEqual([
      rich(section({ type: 'text', text: long, style: { bold: true } })),
    ]);
    expect(blocksOf(heading([text('Signed'), aCitation({ source: 'Dawn' })]))).toEqual([
      rich(
        section(
          { type: 'text', text: 'Signed ', style: { bold: true } },
          {
            type: 'link',
            text: '[Dawn, 4 Feb 2026]',
            url: 'https://astanatimes.com/x',
            style: { bold: true },
          },
        ),
      ),
    ]);
  });
});

describe('lists and fields', () => {
  it('are one block of items, empty ones left out', () => {
    const items = [[text('one')], [text(' ')], [text('two')]];

    expect(blocksOf({ kind: 'list', items, isOrdered: false })).toEqual([
      rich({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [section({ type: 'text', text: 'one' }), section({ type: 'text', text: 'two' })],
      }),
    ]);
  });

  it('go on counting in the next block', () => {
    const items = Array.from({ length: 4 }, (_, place) => [text(`${place} ${'x'.repeat(1000)}`)]);

    expect(blocksOf({ kind: 'list', items, isOrdered: true })).toMatchObject([
      rich({
        type: 'rich_text_list',
        style: 'ordered',
        elements: [expect.anything(), expect.anything()] as never,
      }),
      { elements: [{ type: 'rich_text_list', style: 'ordered', offset: 2 }] },
    ]);
  });

  it('are lines with their labels in bold', () => {
    const fields = [
      { label: 'Status', value: [text('signed')] },
      { label: 'Until', value: [] },
    ];

    expect(blocksOf({ kind: 'fields', fields })).toEqual([
      rich(
        section(
          { type: 'text', text: 'Status:', style: { bold: true } },
          { type: 'text', text: ' signed' },
          { type: 'text', text: '\n' },
          { type: 'text', text: 'Until:', style: { bold: true } },
          { type: 'text', text: ' –' },
        ),
      ),
    ]);
  });
});

describe('tables', () => {
  const numbers: Block = {
    kind: 'table',
    columns: ['Language', 'Articles'],
    rows: [
      [[bold('English')], [text('46')]],
      [[text('Urdu')], [text('1,5 %')]],
    ],
  };
  const cell = (words: string) => ({ type: 'raw_text', text: words });

  it('are tables, numbers at the right', () => {
    expect(blocksOf(numbers)).toEqual([
      {
        type: 'table',
        column_settings: [{ is_wrapped: true }, { align: 'right' }],
        rows: [
          [cell('Language'), cell('Articles')],
          [rich(section({ type: 'text', text: 'English', style: { bold: true } })), cell('46')],
          [cell('Urdu'), cell('1,5 %')],
        ],
      },
    ]);
  });

  it('have no empty cells', () => {
    const table: Block = { kind: 'table', columns: ['', 'b'], rows: [[[text('x')]], [[], [text('\u200B')]]] };

    expect(blocksOf(table)).toMatchObject([
      {
        rows: [
          [cell('–'), cell('b')],
          [cell('x'), cell('–')],
          [cell('–'), cell('–')],
        ],
      },
    ]);
  });

  it('go on in the next post under the same head, at most 100 rows each', () => {
    const rows = Array.from({ length: 120 }, (_, row) => [[text(`row ${row}`)]]);

    const tables = render({ kind: 'table', columns: ['Name'], rows }).map(({ blocks }) => blocks);

    expect(tables).toMatchObject([[{ type: 'table' }], [{ type: 'table' }]]);
    expect(tables.map(([table]) => table?.type === 'table' && table.rows.length)).toEqual([100, 22]);
    expect(tables[1]).toMatchObject([{ rows: { 0: [cell('Name')], 1: [cell('row 99')] } }]);
  });

  it('are records when they have more than 20 columns', () => {
    const columns = Array.from({ length: 21 }, (_, column) => `c${column}`);
    const row = columns.map((name) => [text(`of ${name}`)]);

    const [record] = render({ kind: 'table', columns, rows: [row, row] });

    expect(record?.text.split('\n').slice(0, 2)).toEqual(['c0: of c0', 'c1: of c1']);
    expect(record?.text).toContain('c20: of c20\n\nc0: of c0');
  });

  it('have as many columns as their widest row', () => {
    const table: Block = { kind: 'table', columns: ['a'], rows: [[[text('x')], [text('y')]]] };

    expect(blocksOf(table)).toMatchObject([
      {
        rows: [
          [cell('a'), cell('–')],
          [cell('x'), cell('y')],
        ],
      },
    ]);
  });

  it('are one however many small cells they have', () => {
    const row = Array.from({ length: 20 }, () => [text('1')]);

    expect(render({ kind: 'table', columns: [], rows: Array.from({ length: 99 }, () => row) }).length).toBe(
      1,
    );
  });

  it('stand one in a post', () => {
    expect(render(numbers, numbers).map(({ blocks }) => blocks.length)).toEqual([1, 1]);
  });
});

describe('buttons', () => {
  const button = (label: string, line: string, id: string) => ({
    type: 'button',
    text: plain(label),
    value: `<${line}>`,
    action_id: id,
  });

  it('stand below the entry that they are about', () => {
    const entries: Entry[] = [
      { text: [text('One')], actions: [press('Story', 'story s-1'), press('Why', 'why a-1')] },
      { text: [text('Two')], actions: [] },
    ];

    expect(blocksOf({ kind: 'entries', entries })).toEqual([
      said('One'),
      {
        type: 'actions',
        elements: [button('Story', 'story s-1', 'solo:0.0.0.0'), button('Why', 'why a-1', 'solo:0.0.0.1')],
      },
      said('Two'),
    ]);
  });

  it('are a row of up to five', () => {
    const actions = ['A', 'B', 'C', 'D', 'E'].map((label) => press(label));

    expect(blocksOf({ kind: 'actions', actions })).toMatchObject([
      { type: 'actions', elements: actions.map(({ label }) => ({ type: 'button', text: plain(label) })) },
    ]);
  });

  it('are a menu when they are more, each line once', () => {
    const actions = ['A', 'B', 'C', 'D', 'E', 'F', 'A'].map((label) => press(label));

    expect(blocksOf({ kind: 'actions', actions })).toEqual([
      {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            action_id: 'solo:0.0.0',
            options: ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => ({
              text: plain(label),
              value: `<${label.toLowerCase()}>`,
            })),
          },
        ],
      },
    ]);
  });

  it('are several menus when one would hold more than a hundred', () => {
    const actions = Array.from({ length: 130 }, (_, id) => press(`${id}`));

    const menus = blocksOf({ kind: 'actions', actions }).flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );

    expect(menus.map((menu) => menu.type === 'static_select' && menu.options?.length)).toEqual([100, 30]);
  });

  it('are several menus, too, when their labels and lines are long', () => {
    const actions = Array.from({ length: 100 }, (_, id) =>
      press(`${id} ${'x'.repeat(70)}`, `${id} ${'y'.repeat(65)}`),
    );

    const posts = render({ kind: 'actions', actions });

    expect(posts.map(({ blocks }) => blocks.length)).toEqual([1, 2]);
  });

  it('have labels that Slack takes, whatever they are cut at and however often they turn', () => {
    const actions = [press(`${'x'.repeat(73)}🙂🙂`), press('ab صد '.repeat(13))];

    const [row] = blocksOf({ kind: 'actions', actions });

    expect(row).toMatchObject({ elements: [{ text: plain(`${'x'.repeat(73)}…`) }, {}] });
    expect(payloadProblems({ blocks: [row] })).toEqual([]);
  });

  it('are called after their line when their label shows nothing, and shortened when it is long', () => {
    const actions = [press('\u200B', 'latest'), press('x'.repeat(100)), press('صدر')];

    expect(blocksOf({ kind: 'actions', actions })).toMatchObject([
      {
        elements: [
          { text: plain('latest') },
          { text: plain(`${'x'.repeat(74)}…`) },
          { text: plain('\u200F\u2067صدر\u2069') },
        ],
      },
    ]);
  });
});

describe('pictures, rules and nothing', () => {
  it('puts the words for a picture where it stands, and gives the file along', () => {
    const file = { name: 'trade.png', mediaType: 'image/png', base64: 'AAAA' } as const;

    expect(render({ kind: 'image', alt: 'Trade grew.', file })).toEqual([
      {
        text: 'Trade grew.',
        blocks: [rich(section({ type: 'text', text: 'Trade grew.', style: { italic: true } }))],
        files: [{ ...file, alt: 'Trade grew.' }],
      },
    ]);
  });

  it('draws a rule', () => {
    expect(blocksOf(paragraph('a'), { kind: 'divider' })).toEqual([said('a'), { type: 'divider' }]);
  });

  it.each<[string, Block[]]>([
    ['no blocks', []],
    ['a blank paragraph', [paragraph(' ')]],
    ['no buttons', [{ kind: 'actions', actions: [] }]],
    ['a table without columns', [{ kind: 'table', columns: [], rows: [[]] }]],
  ])('says that there is nothing where there is %s', (_, blocks) => {
    const nothing = 'There is nothing to show.';

    expect(render(...blocks)).toEqual([{ text: nothing, blocks: [said(nothing)], files: [] }]);
  });
});
