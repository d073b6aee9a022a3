import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../adapters/chat/discord/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Block, Citation, Inline, Inlines } from '../../../../src/domain/message.ts';
import { readMarkdown } from '../../../fixtures/discord/components-markdown.ts';
import { textsOf } from '../../../fixtures/discord/components-text.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const bold = (words: string): Inline => ({ kind: 'bold', text: words });
const paragraph = (...inlines: Inlines): Block => ({ kind: 'paragraph', text: inlines });

function cite(source: string, url: string | null = 'https://dawn.example/1'): Citation {
  return { kind: 'citation', articleId: 'a1' as ArticleId, source, date: '2026-02-04', url };
}

function markdownOf(...blocks: Block[]): string {
  return renderMessage({ blocks }, (line) => line)
    .flatMap(({ components }) => textsOf(components))
    .join('\n');
}

/** Every construct of Discord, and how it is written so that it is shown and means nothing. */
const HEADLINES: readonly (readonly [string, string])[] = [
  ['*bold*', '\\*bold\\*'],
  ['**bold** talks', '\\*\\*bold\\*\\* talks'],
  ['_italic_ and __under__', '\\_italic\\_ and \\_\\_under\\_\\_'],
  ['~~struck~~', '\\~\\~struck\\~\\~'],
  ['||spoiler||', '\\|\\|spoiler\\|\\|'],
  ['`code`', '\\`code\\`'],
  ['```fence```', '\\`\\`\\`fence\\`\\`\\`'],
  ['# heading', '\\# heading'],
  ['### heading', '\\#\\#\\# heading'],
  ['-# subtext', '\\-\\# subtext'],
  ['> quote', '\\> quote'],
  ['>>> quote', '\\>\\>\\> quote'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['* item', '\\* item'],
  ['1. item', '1\\. item'],
  ['2025) item', '2025\\) item'],
  ['[x](javascript:alert(1))', '\\[x\\]\\(javascript\\:alert(1))'],
  ['[x](https://evil.example)', '\\[x\\]\\(https\\:\\/\\/evil.example)'],
  ['see https://evil.example', 'see https\\:\\/\\/evil.example'],
  ['<https://evil.example>', '\\<https\\:\\/\\/evil.example\\>'],
  ['discord.gg/abc', 'discord.gg\\/abc'],
  ['@everyone', '@\u200Beveryone'],
  ['hi @here', 'hi @\u200Bhere'],
  ['<@1>', '\\<@\u200B1\\>'],
  ['<@!1>', '\\<@\u200B!1\\>'],
  ['<@&1>', '\\<@\u200B&1\\>'],
  ['<#1>', '\\<\\#1\\>'],
  ['</latest:1>', '\\<\\/latest\\:1\\>'],
  ['<id:home>', '\\<id\\:home\\>'],
  ['<t:0>', '\\<t\\:0\\>'],
  [':smile:', '\\:smile\\:'],
  ['<:custom:1>', '\\<\\:custom\\:1\\>'],
];

describe('a headline is shown as it is', () => {
  it.each(HEADLINES)('%s', (headline, markdown) => {
    expect(markdownOf(paragraph(text(headline)))).toBe(markdown);
    expect(readMarkdown(markdown)).toEqual({ text: headline, active: [] });
    expect(readMarkdown(headline).active, 'the construct would be active').not.toEqual([]);
  });

  it.each([
    'An A&B deal: 5 % (net), “Barys-2025”; Gen. Munir’s visit!',
    'a@b.example',
    'Токаев — Мунир',
    '3 + 4 = 7',
  ])('and stays as readable in Markdown where nothing in it means anything: %s', (headline) => {
    expect(markdownOf(paragraph(text(headline)))).toBe(headline);
  });

  it('with its backslashes', () => {
    const markdown = markdownOf(paragraph(text('a \\ b\\')));

    expect(markdown).toBe('a \\\\ b\\\\');
    expect(readMarkdown(markdown).text).toBe('a \\ b\\');
  });

  it('on one line, without controls, direction marks and signs that show nothing', () => {
    const headline = 'zero\u200Bwidth \u202Eturned\u202C\n# not a heading\u0007 \u2067open';

    expect(markdownOf(paragraph(text(headline)))).toBe('zerowidth turned \\# not a heading open');
  });

  it('without halves of signs, which are no text', () => {
    expect(markdownOf(paragraph(text('half \uD83E sign')))).toBe('half \uFFFD sign');
  });

  it('also where two texts meet', () => {
    const meetings: readonly Inlines[] = [
      [text('1'), text('. item')],
      [text('@every'), text('one')],
      [text('https:'), text('//evil.example')],
      [text('['), bold('x'), text('](https://evil.example)')],
      [text('@'), bold(''), text('everyone')],
    ];

    for (const meeting of meetings) {
      const seen = readMarkdown(markdownOf(paragraph(...meeting)));

      expect(seen.active.filter(({ kind }) => kind !== 'bold')).toEqual([]);
    }
  });

  it('in every place where text from outside can stand', () => {
    const words = '# @everyone *x* <@1> :a: https://evil.example';
    const blocks: Block[] = [
      { kind: 'heading', text: [text(words)] },
      { kind: 'list', isOrdered: false, items: [[text(words)]] },
      { kind: 'fields', fields: [{ label: words, value: [text(words)] }] },
      { kind: 'table', columns: [words], rows: [[[text(words)]]] },
      { kind: 'table', columns: ['short'], rows: [[[text('@everyone')]]] },
      { kind: 'entries', entries: [{ text: [text(words)], actions: [{ label: words, command: 'why a' }] }] },
      { kind: 'actions', actions: [{ label: words, command: 'next' }] },
      { kind: 'image', alt: words, file: { name: `${words}.png`, mediaType: 'image/png', base64: 'AAAA' } },
    ];

    const posts = renderMessage({ blocks }, (line) => line);
    const active = posts
      .flatMap(({ components }) => textsOf(components))
      .flatMap((one) => readMarkdown(one).active);

    expect([...new Set(active.map(({ kind }) => kind))].toSorted()).toEqual([
      'bold',
      'code block',
      'heading',
      'list',
    ]);
    expect(JSON.stringify(posts)).not.toMatch(/@everyone|<@1>/);
  });
});

describe('formatting of our own', () => {
  it.each<[string, Inlines, string]>([
    ['does not begin or end at a space', [bold(' a '), text('b')], '**a** b'],
    ['is one run where two of a kind meet', [bold('a'), bold('b')], '**ab**'],
    ['is kept apart where two kinds meet', [bold('a'), { kind: 'italic', text: 'b' }], '**a**\u200B*b*'],
    [
      'keeps two commands apart',
      [
        { kind: 'code', text: 'a' },
        { kind: 'code', text: 'b' },
      ],
      '`a`\u200B`b`',
    ],
    ['holds what would end it', [bold('a** b\\')], '**a\\*\\* b\\\\**'],
    ['is none around nothing', [bold('\u200B'), text('a')], 'a'],
  ])('%s', (_, inlines, markdown) => {
    expect(markdownOf(paragraph(...inlines))).toBe(markdown);
  });

  it.each([
    ['story s-1', '`story s-1`'],
    ['a ` b', '``a ` b``'],
    ['`a`', '`` `a` ``'],
    ['a `` b', '`a `` b`'],
    ['a ` b `` c', 'a \\` b \\`\\` c'],
    ['@everyone', '`@\u200Beveryone`'],
  ])('shows code in a fence that it does not hold: %s', (words, markdown) => {
    const written = markdownOf(paragraph({ kind: 'code', text: words }));

    expect(written).toBe(markdown);
    expect(readMarkdown(written).text).toBe(words);
  });
});

describe('links', () => {
  const link = (words: string, url: string) => markdownOf(paragraph({ kind: 'link', text: words, url }));

  it('lead to web addresses only, and unfurl nothing', () => {
    expect(link('the text', 'https://akorda.example/d')).toBe('[the text](<https://akorda.example/d>)');
    expect(link('the text', 'javascript:alert(1)')).toBe('the text');
    expect(link('the text', 'data:text/html,x')).toBe('the text');
    expect(link('the text', 'https://akorda.example@evil.example/')).toBe('the text');
    expect(link('the text', 'http://[2001:db8::1]/')).toBe('the text');
    expect(link('the text', `https://akorda.example/${'a'.repeat(1000)}`)).toBe('the text');
    expect(markdownOf(paragraph(text('Said.'), cite('Dawn', 'https://dawn.example@evil.example/')))).toBe(
      'Said. \\[Dawn, 4 Feb 2026\\]',
    );
  });

  it('cannot be broken out of by their address', () => {
    const written = link('a', 'https://a.example/x>) @everyone [y](<https://evil.example>');

    expect(readMarkdown(written).active).toHaveLength(1);
    expect(readMarkdown(written).active[0]?.address).toMatch(/^https:\/\/a\.example\//);
    expect(written).not.toContain('@everyone');
  });

  it('stand behind words that cannot be a label, where nothing can be escaped', () => {
    expect(link('*bold* :smile:', 'https://a.example')).toBe(
      '\\*bold\\* \\:smile: [link](<https://a.example/>)',
    );
    expect(link('https://b.example', 'https://a.example')).toBe(
      'https\\:\\/\\/b.example [link](<https://a.example/>)',
    );
    expect(link('🥺 news', 'https://a.example')).toBe('🥺 news [link](<https://a.example/>)');
    expect(link('word '.repeat(50), 'https://a.example')).toMatch(/^(word ){50}\[link\]/);
    expect(link('1. first', 'https://a.example')).toBe('1\\. first [link](<https://a.example/>)');
  });

  it('keep their address, whatever text follows', () => {
    const written = markdownOf(
      paragraph({ kind: 'link', text: 'a', url: 'https://a.example/' }, text('](https://evil.example)')),
    );

    expect(readMarkdown(written).active).toEqual([
      { kind: 'link', words: 'a', address: 'https://a.example/' },
    ]);
  });

  it('keep the address of a citation, whatever text follows', () => {
    const written = markdownOf(paragraph(text('Said.'), cite('Dawn'), text('(https://evil.example)')));

    expect(readMarkdown(written).active).toEqual([
      { kind: 'link', words: 'Dawn, 4 Feb 2026', address: 'https://dawn.example/1' },
    ]);
  });

  it('keep their address, whatever code follows', () => {
    const table: Block = { kind: 'table', columns: ['a'], rows: [[[text('](https://evil.example)')]]] };
    const code: Inline = { kind: 'code', text: '](https://evil.example)' };

    const written = markdownOf(paragraph(text('Said.'), cite('Dawn'), code), table);

    expect(readMarkdown(written).active.map(({ kind }) => kind)).toEqual(['link', 'code', 'code block']);
  });

  it('of a citation hold its words where they can', () => {
    expect(markdownOf(paragraph(text('Said.'), cite('Dawn')))).toBe(
      'Said. \\[[Dawn, 4 Feb 2026](<https://dawn.example/1>)\\]',
    );
    expect(markdownOf(paragraph(text('Said.'), cite('dawn_news*')))).toBe(
      'Said. \\[dawn\\_news\\*, [4 Feb 2026](<https://dawn.example/1>)\\]',
    );
    expect(markdownOf(paragraph(text('Said.'), cite('Dawn', null)))).toBe('Said. \\[Dawn, 4 Feb 2026\\]');
  });
});

describe('right-to-left words', () => {
  it('are kept in isolates, a quotation with its last full stop', () => {
    const quote: Inline = { kind: 'quote', text: 'صدر اسلام آباد پہنچے!', language: 'ur' };

    expect(markdownOf(paragraph(quote, text(' (ur)')))).toBe('“\u2067صدر اسلام آباد پہنچے!\u2069” (ur)');
    expect(markdownOf(paragraph(text('Jang: صدر توقایف، (2026) later')))).toBe(
      'Jang: \u2067صدر توقایف،\u2069 (2026) later',
    );
  });

  it('stand before a link, whose label loses isolates', () => {
    expect(markdownOf(paragraph(text('Said.'), cite('روزنامہ جنگ')))).toBe(
      'Said. \\[\u2067روزنامہ جنگ\u2069, [4 Feb 2026](<https://dawn.example/1>)\\]',
    );
  });

  it('keep the joiners that they need', () => {
    expect(markdownOf(paragraph(text('می\u200Cخواہم')))).toContain('\u200C');
  });

  it('keep a table out of code', () => {
    const cell: Inlines = [text('تجارت')];
    const table: Block = { kind: 'table', columns: ['Topic', 'Articles'], rows: [[cell, [text('3')]]] };

    expect(markdownOf(table)).toBe('- **Topic** \u2067تجارت\u2069 · **Articles** 3');
  });
});

const FRAGMENTS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '``',
    '```',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    ':',
    '/',
    '://',
    '@',
    '#',
  ],
  ...[
    '# ',
    '- ',
    '+ ',
    '1. ',
    '-# ',
    '> ',
    '>>> ',
    'https',
    'https://evil.example',
    'discord.gg/x',
    'everyone',
    'here',
    '<@1>',
  ],
  ...[
    ':smile:',
    '<t:0>',
    '</a:1>',
    '<id:home>',
    '1',
    '.',
    ' ',
    '\n',
    '\u200B',
    '\u202E',
    'a',
    'Ж',
    'صدر',
    '،',
    '🥺',
    '¯\\_(ツ)_/¯',
  ],
];

const hostile = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 })
  .map((fragments) => fragments.join(''));
const withoutSpaces = (words: string) => words.replace(/[\s\u200B\u202E\u2066-\u2069]/g, '');

describe('whatever it is put together from', () => {
  it('text from outside activates nothing and is shown whole', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const seen = readMarkdown(markdownOf(paragraph(text(words), text('.'))));

        expect(seen.active).toEqual([]);
        expect(withoutSpaces(seen.text)).toBe(withoutSpaces(`${words}.`));
      }),
      { numRuns: 2000 },
    );
  });

  it('text beside formatting of our own changes neither what is formatted nor where links lead', () => {
    const anyInline = fc.oneof(
      fc
        .tuple(fc.constantFrom('text' as const, 'bold' as const, 'italic' as const, 'code' as const), hostile)
        .map(([kind, words]): Inline => ({ kind, text: words })),
      hostile.map((words): Inline => ({ kind: 'quote', text: words, language: 'en' })),
      hostile.map((words): Inline => ({ kind: 'link', text: words, url: 'https://ours.example/' })),
      hostile.map((source): Inline => cite(source, 'https://ours.example/')),
    );
    fc.assert(
      fc.property(fc.array(anyInline, { minLength: 1, maxLength: 6 }), (inlines) => {
        const seen = readMarkdown(markdownOf(paragraph(text('.'), ...inlines)));

        const links = seen.active.filter(({ address }) => address !== undefined);
        expect(
          seen.active.map(({ kind }) => kind).filter((kind) => !/^(?:bold|italic|code|link)$/.test(kind)),
        ).toEqual([]);
        expect(links.filter(({ address }) => address !== 'https://ours.example/')).toEqual([]);
        expect(links).toHaveLength(inlines.filter(isLinkOrCitation).length);
        expect(seen.text.replaceAll('link', '')).toSatisfy((shown: string) => holdsInOrder(shown, inlines));
      }),
      { numRuns: 2000 },
    );
  });
});

function isLinkOrCitation(inline: Inline): boolean {
  return inline.kind === 'citation' || (inline.kind === 'link' && withoutSpaces(inline.text) !== '');
}

function holdsInOrder(shown: string, inlines: Inlines): boolean {
  const all = withoutSpaces(shown);
  let from = 0;
  return inlines.every((inline) => {
    const words = withoutSpaces('text' in inline ? inline.text : inline.source);
    const at = all.indexOf(words, from);
    from = at + words.length;
    return at >= 0;
  });
}
