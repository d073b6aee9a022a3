import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../adapters/chat/console/plain-text.ts';
import { renderMessage } from '../../../../adapters/chat/console/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Block, Citation, Inline } from '../../../../src/domain/message.ts';

const plain = { columns: 80, hasColour: false, hasLinks: false };
const terminal = { columns: 80, hasColour: true, hasLinks: true };
const ESC = '\u001B';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const render = (block: Block, options = plain) => renderMessage({ blocks: [block] }, options);

function aCitation(overrides: Partial<Citation> = {}): Citation {
  return {
    kind: 'citation',
    articleId: 'a1' as ArticleId,
    source: 'The Astana Times',
    date: '2025-04-24',
    url: 'https://astanatimes.com/x',
    ...overrides,
  };
}

describe('blocks become calm, aligned lines', () => {
  it('sets blocks apart by one empty line and leaves out empty ones', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: [text('One.')] },
      { kind: 'list', items: [], isOrdered: false },
      { kind: 'paragraph', text: [text('Two.')] },
    ];

    expect(renderMessage({ blocks }, plain)).toBe('One.\n\nTwo.');
  });

  it('underlines a heading only where it cannot be bold', () => {
    const heading: Block = { kind: 'heading', text: [text('Visits')] };

    expect(render(heading)).toBe('Visits\n──────');
    expect(render(heading, terminal)).toBe(`${ESC}[1mVisits${ESC}[22m`);
  });

  it('indents the wrapped lines of a list item below its first word', () => {
    const list: Block = { kind: 'list', isOrdered: true, items: [[text('one two three')], [text('four')]] };

    expect(render(list, { ...plain, columns: 11 })).toBe('1. one two\n   three\n2. four');
  });

  it('sets long list items apart by empty lines', () => {
    const list: Block = {
      kind: 'list',
      isOrdered: false,
      items: [[text('one two three four')], [text('five')]],
    };

    expect(render(list, { ...plain, columns: 11 })).toBe('• one two\n  three\n  four\n\n• five');
    expect(render(list, { ...plain, columns: 14 })).toBe('• one two\n  three four\n• five');
  });

  it('keeps the words of a command together', () => {
    const paragraph: Block = {
      kind: 'paragraph',
      text: [text('see also'), text(' '), { kind: 'code', text: 'story s-0f45' }],
    };

    expect(render(paragraph, { ...plain, columns: 16 })).toBe('see also\nstory s-0f45');
  });

  it('aligns numbers of a long list', () => {
    const list: Block = {
      kind: 'list',
      isOrdered: true,
      items: Array.from({ length: 10 }, () => [text('x')]),
    };

    expect(render(list).split('\n')[0]).toBe(' 1. x');
    expect(render(list).split('\n')[9]).toBe('10. x');
  });

  it('aligns the values of fields', () => {
    const fields: Block = {
      kind: 'fields',
      fields: [
        { label: 'Source', value: [text('Dawn')] },
        { label: 'By', value: [text('agency')] },
      ],
    };

    expect(render(fields)).toBe('Source  Dawn\nBy      agency');
  });

  it('lines up a table and sets numbers to the right', () => {
    const table: Block = {
      kind: 'table',
      columns: ['Topic', 'Articles'],
      rows: [
        [[text('Trade')], [text('12')]],
        [[text('Defence')], [text('3')]],
      ],
    };

    expect(render(table)).toBe(
      ['Topic    Articles', '───────  ────────', 'Trade          12', 'Defence         3'].join('\n'),
    );
  });

  it('shows a table as records where its columns would be too narrow to read', () => {
    const cell = [text('a rather long cell with words')];
    const table: Block = { kind: 'table', columns: ['First', 'Second'], rows: [[cell, cell]] };

    expect(render(table, { ...plain, columns: 24 })).toContain(
      'First: a rather long\n       cell with words',
    );
  });

  it('says what to type for each action', () => {
    const actions: Block = {
      kind: 'actions',
      actions: [
        { label: 'Next page', command: 'latest page:2' },
        { label: 'Open', command: 'story 3f2a' },
      ],
    };

    expect(render(actions)).toBe('Type: latest page:2  Next page\n      story 3f2a     Open');
  });

  it('keeps prose at a readable width on a wide terminal', () => {
    const paragraph: Block = { kind: 'paragraph', text: [text('word '.repeat(100))] };

    const widths = render(paragraph, { ...plain, columns: 200 })
      .split('\n')
      .map((line) => line.length);

    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
  });

  it('does not wrap in plain text unless asked to', () => {
    const words = 'word '.repeat(100).trim();
    const message = { blocks: [{ kind: 'paragraph' as const, text: [text(words)] }] };

    expect(plainText(message)).toBe(words);
    expect(plainText(message, 40).split('\n').length).toBeGreaterThan(10);
  });

  it('counts East Asian signs as two cells and marks as none', () => {
    const table: Block = {
      kind: 'table',
      columns: ['A', 'B'],
      rows: [
        [[text('阿斯')], [text('x')]],
        [[text('é')], [text('y')]],
      ],
    };

    const [, , wide, marked] = render(table).split('\n');

    expect(wide).toBe('阿斯  x');
    expect(marked).toBe('é     y');
  });
});

describe('a citation stays with its sentence', () => {
  it('follows in brackets with a readable date', () => {
    expect(render({ kind: 'paragraph', text: [text('They signed.'), aCitation()] })).toBe(
      'They signed. [The Astana Times, 24 Apr 2025]',
    );
  });

  it.each([
    ['about 2026-02-02', 'about 2 Feb 2026'],
    ['2025-09', 'Sept 2025'],
    ['2025', '2025'],
    ['undated', 'undated'],
  ])('shows %s as %s', (date, shown) => {
    expect(render({ kind: 'paragraph', text: [aCitation({ date })] })).toBe(`[The Astana Times, ${shown}]`);
  });

  it('is not broken, and stands at most one line break after the sentence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 120 }), fc.integer({ min: 1, max: 60 }), (columns, count) => {
        const sentence = `${'word '.repeat(count).trim()}.`;

        const shown = render(
          { kind: 'paragraph', text: [text(sentence), aCitation()] },
          { ...plain, columns },
        );

        expect(shown).toMatch(/\.[ \n]\[The Astana Times, 24 Apr 2025\]$/);
      }),
    );
  });

  it('is a link where the terminal opens links, and only a web address becomes one', () => {
    const cited = (url: string) => render({ kind: 'paragraph', text: [aCitation({ url })] }, terminal);

    expect(cited('https://dawn.com/1')).toContain(`${ESC}]8;;https://dawn.com/1\u0007`);
    expect(cited('javascript:alert(1)')).not.toContain(']8;');
  });
});

describe('links', () => {
  const link: Block = {
    kind: 'paragraph',
    text: [{ kind: 'link', text: 'the text', url: 'https://akorda.kz/d' }],
  };

  it('open in a terminal that can', () => {
    expect(render(link, terminal)).toContain(`${ESC}]8;;https://akorda.kz/d\u0007`);
  });

  it('show their address elsewhere', () => {
    expect(render(link)).toBe('the text <https://akorda.kz/d>');
  });

  it('show the address once when it is the text', () => {
    const bare: Block = {
      kind: 'paragraph',
      text: [{ kind: 'link', text: 'https://akorda.kz/d', url: 'https://akorda.kz/d' }],
    };

    expect(render(bare)).toBe('https://akorda.kz/d');
  });
});

describe('text from outside is harmless', () => {
  it('keeps right-to-left words in isolates, line by line', () => {
    const shown = render({ kind: 'paragraph', text: [text('Jang: صدر توقایف، اسلام آباد (2026) later')] });

    expect(shown).toBe('Jang: \u2067صدر توقایف، اسلام آباد\u2069 (2026) later');
  });

  it('isolates each of several quoted words, and a quotation inside a sentence not at all', () => {
    const listed = render({ kind: 'paragraph', text: [text('“صدر”, “وزیر”')] });
    const inside = render({ kind: 'paragraph', text: [text('صدر نے “اہم” کہا')] });

    expect(listed).toBe('“\u2067صدر\u2069”, “\u2067وزیر\u2069”');
    expect(inside).toBe('\u2067صدر نے “اہم” کہا\u2069');
  });

  it('keeps the joiners that Urdu needs', () => {
    expect(render({ kind: 'paragraph', text: [text('می\u200Cخواہم')] })).toContain('\u200C');
  });

  it('never sends a control, an escape sequence or a direction override to the screen', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          `${ESC}[2J`,
          `${ESC}]8;;http://x\u0007`,
          '\u009B31m',
          '\u202E',
          '\u2067',
          '\u0007',
          '\r',
          '\n',
          `${ESC}P`,
        ),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(hostile, (words) => {
        const shown = render({
          kind: 'list',
          isOrdered: false,
          items: [[text(words), aCitation({ source: words, date: words, url: words })]],
        });

        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066\u2068\u200E\u200F]/u);
        expect(shown.split('\u2067').length).toBe(shown.split('\u2069').length);
      }),
    );
  });

  it('fits every line into the terminal', () => {
    const words = fc.array(
      fc.constantFrom('Tokayev', 'тоқаев', 'توقایف', '阿斯塔纳', 'é́', 'a'.repeat(90), '·', '—'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 130 }), (some, columns) => {
        const inlines: Inline[] = [{ kind: 'bold', text: some.join(' ') }, aCitation()];

        const shown = render({ kind: 'list', isOrdered: true, items: [inlines] }, { ...terminal, columns });

        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
