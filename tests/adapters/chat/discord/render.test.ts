import type { APIMessageTopLevelComponent } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../adapters/chat/discord/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Action, Block, Citation, Entry, Inline, Inlines } from '../../../../src/domain/message.ts';
import { payloadProblems } from '../../../fixtures/discord/components.ts';
import { textsOf } from '../../../fixtures/discord/components-text.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (words: string): Block => ({ kind: 'paragraph', text: [text(words)] });
const heading = (words: string): Block => ({ kind: 'heading', text: [text(words)] });
const action = (label: string, command: string): Action => ({ label, command });
const actions = (...some: Action[]): Block => ({ kind: 'actions', actions: some });
const anEntry = (words: string, ...some: Action[]): Entry => ({ text: [text(words)], actions: some });
const entries = (...some: Entry[]): Block => ({ kind: 'entries', entries: some });
const many = <Item>(count: number, make: (place: number) => Item) =>
  Array.from({ length: count }, (_, place) => make(place));

/** One black dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const image = (name: string, alt: string, base64 = DOT): Block => ({
  kind: 'image',
  alt,
  file: { name, mediaType: 'image/png', base64 },
});

function cite(source: string, overrides: Partial<Citation> = {}): Citation {
  const url = 'https://dawn.example/1';
  return { kind: 'citation', articleId: 'a1' as ArticleId, source, date: '2026-02-04', url, ...overrides };
}

/** The posts of a message, each of which Discord would take. */
function postsOf(...blocks: Block[]) {
  const posts = renderMessage({ blocks }, (line) => `<${line}>`);
  for (const { components, files } of posts) {
    const body = { flags: 32_768, allowed_mentions: { parse: [] }, components };
    expect(
      payloadProblems(
        body,
        files.map(({ name }) => name),
      ),
    ).toEqual([]);
  }
  return posts;
}

function componentsOf(...blocks: Block[]): readonly APIMessageTopLevelComponent[] {
  return postsOf(...blocks).flatMap(({ components }) => components);
}

function markdownOf(...blocks: Block[]): string {
  return textsOf(componentsOf(...blocks)).join('\n---\n');
}

describe('blocks of words share one text', () => {
  it('with a heading close to what it heads and paragraphs apart', () => {
    const blocks = [
      heading('Visits'),
      paragraph('One.'),
      paragraph('Two.'),
      heading('Trade'),
      paragraph('Three.'),
    ];

    expect(componentsOf(...blocks)).toEqual([
      { type: 10, content: '## Visits\nOne.\n\nTwo.\n## Trade\nThree.' },
    ]);
  });

  it('with the items of a list below each other', () => {
    const items = [[text('one')], [text(' ')], [text('two')]];

    expect(markdownOf({ kind: 'list', isOrdered: false, items }, paragraph('After.'))).toBe(
      '- one\n- two\n\nAfter.',
    );
    expect(markdownOf({ kind: 'list', isOrdered: true, items })).toBe('1. one\n2. two');
  });

  it('with fields as labels and values', () => {
    const fields = [
      { label: 'Source', value: [text('Dawn')] },
      { label: '', value: [text('no label')] },
      { label: 'By', value: [text('agency')] },
    ];

    expect(markdownOf({ kind: 'fields', fields })).toBe('**Source** Dawn\nno label\n**By** agency');
  });

  it('with quotations in quotation marks and citations that link', () => {
    const inlines: Inlines = [
      { kind: 'quote', text: 'We agreed.', language: 'en' },
      text(' He left.'),
      cite('Dawn', { date: 'about 2026-02-02' }),
      cite('Jang', { date: '2025-09', url: null }),
      cite('Akorda', { date: 'undated', url: null }),
    ];

    expect(markdownOf({ kind: 'paragraph', text: inlines })).toBe(
      '“We agreed.” He left. \\[[Dawn, about 2 Feb 2026](<https://dawn.example/1>)\\] \\[Jang, Sept 2025\\] \\[Akorda, undated\\]',
    );
  });

  it('with the outlet of a citation cut where it is endless', () => {
    const markdown = markdownOf({ kind: 'paragraph', text: [text('Said.'), cite('Dawn '.repeat(900))] });

    expect(markdown).toMatch(/^Said\. \\\[(Dawn ){31}Dawn…, \[4 Feb 2026\]\(<[^>]+>\)\\\]$/);
  });

  it('but a long heading is a paragraph, and number signs at the end of a heading stay', () => {
    expect(markdownOf(heading('word '.repeat(80)))).toBe('word '.repeat(80).trim());
    expect(markdownOf(heading('All of C#'))).toBe('## All of C\\#\u200B');
    expect(markdownOf({ kind: 'heading', text: [{ kind: 'bold', text: 'Title' }] })).toBe('## Title');
  });
});

describe('a table', () => {
  const table = (...rows: Inlines[][]): Block => ({ kind: 'table', columns: ['Topic', 'Articles'], rows });

  it('is lines of code when it is narrow, numbers to the right', () => {
    const rows = [
      [[text('Trade')], [text('12')]],
      [[{ kind: 'quote', text: 'Defence', language: 'en' } as const], [text('3')]],
      [[text('阿斯')]],
    ];

    expect(markdownOf(table(...rows.slice(0, 2)))).toBe(
      '```\nTopic      Articles\n─────────  ────────\nTrade            12\n“Defence”         3\n```',
    );
    expect(markdownOf(table(...rows)).split('\n')[5]).toBe('阿斯');
  });

  it('names the columns in each row when it is wide or links', () => {
    const wide = table(
      [[text('a rather long cell with words')], [text('and another one as long')]],
      [[], [text('3')]],
    );
    const linked = table([[text('Trade'), cite('Dawn')], [text('12')]]);

    expect(markdownOf(wide)).toBe(
      '- **Topic** a rather long cell with words · **Articles** and another one as long\n- **Articles** 3',
    );
    expect(markdownOf(linked)).toBe(
      '- **Topic** Trade \\[[Dawn, 4 Feb 2026](<https://dawn.example/1>)\\] · **Articles** 12',
    );
  });

  it('names the columns when a cell would end the code or is far longer than it is wide', () => {
    expect(markdownOf(table([[text('a ``` b')], [text('3')]]))).toBe(
      '- **Topic** a \\`\\`\\` b · **Articles** 3',
    );
    expect(markdownOf(table([[text(`e${'\u0301'.repeat(100)}`)], [text('3')]]))).toMatch(
      /^- \*\*Topic\*\* e/,
    );
  });

  it('shows cells beyond its last column', () => {
    expect(markdownOf(table([[text('Trade')], [text('3')], [text('more')]]))).toBe(
      '- **Topic** Trade · **Articles** 3 · more',
    );
  });

  it('without rows shows its columns', () => {
    expect(markdownOf(table())).toBe('**Topic** · **Articles**');
  });

  it('goes on in the next post under the same head', () => {
    const rows = many(300, (row) => [[text(`Topic ${row}`)], [text(`${row}`)]]);

    const posts = postsOf(table(...rows)).map(({ components }) => textsOf(components).join(''));

    expect(posts).toHaveLength(2);
    for (const post of posts) expect(post).toMatch(/^```\nTopic {6}Articles\n─{9} {2}─{8}\n[^`]+\n```$/);
    expect(posts.join('').match(/Topic \d+/g)).toEqual(many(300, (row) => `Topic ${row}`));
  });
});

describe('entries', () => {
  it('stand beside their first button, and their further actions in one menu at the end', () => {
    const blocks = [
      entries(
        anEntry(
          'Tokayev arrives.',
          action('Story', 'story 1'),
          action('Sources', 'sources 1'),
          action('Why', 'why 1'),
        ),
        anEntry('Nothing to press.'),
      ),
      heading('Trade'),
      entries(anEntry('Trade grows.', action('Story', 'story 2'), action('Why', 'why 2'))),
      actions(action('Next page', 'latest page:2')),
    ];

    expect(componentsOf(...blocks)).toEqual([
      {
        type: 9,
        components: [{ type: 10, content: 'Tokayev arrives.' }],
        accessory: { type: 2, style: 2, label: 'Story', custom_id: 's:<story 1>' },
      },
      { type: 10, content: 'Nothing to press.\n## Trade' },
      {
        type: 9,
        components: [{ type: 10, content: 'Trade grows.' }],
        accessory: { type: 2, style: 2, label: 'Story', custom_id: 's:<story 2>' },
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 's:select-1',
            placeholder: 'More about …',
            options: [
              { label: 'Sources · Tokayev arrives.', value: '<sources 1>' },
              { label: 'Why · Tokayev arrives.', value: '<why 1>' },
              { label: 'Why · Trade grows.', value: '<why 2>' },
            ],
          },
        ],
      },
      {
        type: 1,
        components: [{ type: 2, style: 2, label: 'Next page', custom_id: 's:<latest page:2>' }],
      },
    ]);
  });

  it('fill several menus of 25', () => {
    const some = many(9, (n) =>
      anEntry(`Entry ${n}.`, ...many(5, (place) => action('Do', `do ${n} ${place}`))),
    );

    const menus = componentsOf(entries(...some)).slice(-2);

    expect(menus).toMatchObject([
      { components: [{ custom_id: 's:select-1', options: { length: 25 } }] },
      { components: [{ custom_id: 's:select-2', options: { length: 11 } }] },
    ]);
  });

  it('offer a line once in a post, where it stands first', () => {
    const again = action('Again', 'story 1');

    const shown = componentsOf(
      entries(anEntry('One.', action('Story', 'story 1'), again), anEntry('Two.', again)),
      actions(again),
    );

    expect(shown).toMatchObject([
      { type: 9, accessory: { label: 'Story' } },
      { type: 10, content: 'Two.' },
    ]);
  });

  it('without words still have their button', () => {
    expect(componentsOf(entries(anEntry('\u200B', action('Story', 'story 1'))))).toMatchObject([
      { type: 9, components: [{ content: '…' }], accessory: { custom_id: 's:<story 1>' } },
    ]);
  });
});

describe('actions', () => {
  it('are a row of up to five buttons, and menus beyond', () => {
    const some = (count: number) => actions(...many(count, (place) => action(`Do ${place}`, `do ${place}`)));

    expect(componentsOf(some(5))).toMatchObject([{ type: 1, components: { length: 5 } }]);
    expect(componentsOf(some(6))).toMatchObject([
      { type: 1, components: [{ type: 3, placeholder: 'Choose …', options: { length: 6 } }] },
    ]);
    expect(componentsOf(some(30))).toMatchObject([
      { components: [{ options: { length: 25 } }] },
      { components: [{ options: { length: 5 } }] },
    ]);
  });

  it('have labels that fit, and the line where there is no label', () => {
    const [row] = componentsOf(actions(action('word '.repeat(40), 'a'), action(' ', 'latest page:2')));

    expect(row).toMatchObject({
      components: [{ label: expect.stringMatching(/^(word ){15}word…$/) }, { label: 'latest page:2' }],
    });
  });

  it('are cut between characters where there is no space', () => {
    const [row] = componentsOf(actions(action('😀'.repeat(60), 'a')));

    expect(row).toMatchObject({ components: [{ label: `${'😀'.repeat(39)}…` }] });
  });

  it('say whether the message is one post or one of several', () => {
    const [first, second] = postsOf(
      actions(action('a', 'a')),
      paragraph('word '.repeat(790)),
      actions(action('b', 'b')),
      paragraph('More. '.repeat(50)),
    );

    expect(JSON.stringify(first)).toContain('"custom_id":"p:<a>"');
    expect(JSON.stringify([first, second])).not.toContain('"custom_id":"s:');
  });
});

describe('pictures', () => {
  it('are shown side by side with their descriptions, under names that are safe and differ', () => {
    const [post] = postsOf(
      image('trade by year.png', 'Trade by year'),
      image('trade by year.png', ''),
      image('../„".PNG', 'Third'),
    );

    expect(post?.components).toEqual([
      {
        type: 12,
        items: [
          { media: { url: 'attachment://trade-by-year.png' }, description: 'Trade by year' },
          { media: { url: 'attachment://trade-by-year-2.png' } },
          { media: { url: 'attachment://image.png' }, description: 'Third' },
        ],
      },
    ]);
    expect(post?.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['trade-by-year.png', 67],
      ['trade-by-year-2.png', 67],
      ['image.png', 67],
    ]);
  });

  it('come ten to a post', () => {
    const posts = postsOf(...many(11, (place) => image(`${place}.png`, 'A chart')));

    expect(posts.map(({ files }) => files.length)).toEqual([10, 1]);
  });

  it('go to another post when they are too heavy for one, and none is sent that is too heavy by itself', () => {
    const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024 + 1).toString('base64');
    const heavy = megabytes(9);

    const posts = postsOf(...many(3, (place) => image(`${place}.png`, 'A chart', heavy)));

    expect(posts.map(({ files }) => files.length)).toEqual([2, 1]);
    expect(markdownOf(image('a.png', 'A chart', megabytes(10)))).toBe('\\[A chart\\]');
  });

  it('that cannot be sent are told in words, as is a description that is too long', () => {
    const long = 'word '.repeat(300).trim();

    expect(markdownOf(image('a.png', 'A chart', ''))).toBe('\\[A chart\\]');
    expect(markdownOf(image('a.png', long))).toBe(long);
    expect(componentsOf(image('a.png', long))).toMatchObject([
      {},
      { items: [{ description: expect.stringMatching(/…$/) }] },
    ]);
  });
});

describe('dividers', () => {
  const divider: Block = { kind: 'divider' };

  it('stand between two things only', () => {
    const shown = componentsOf(divider, paragraph('a'), divider, divider, paragraph('b'), divider);

    expect(shown).toEqual([
      { type: 10, content: 'a' },
      { type: 14, divider: true },
      { type: 10, content: 'b' },
    ]);
  });

  it('alone, like nothing at all, are a post that says nothing', () => {
    expect(componentsOf(divider)).toEqual([{ type: 10, content: '…' }]);
    expect(componentsOf()).toEqual([{ type: 10, content: '…' }]);
    expect(componentsOf(paragraph(' \u200B'), actions())).toEqual([{ type: 10, content: '…' }]);
  });
});

describe('a message that is too long for one post', () => {
  const filler = (words: string) => paragraph(`${words} `.repeat(3000 / (words.length + 1)));

  it('goes on in as few as hold it, block by block', () => {
    const posts = postsOf(...many(9, (place) => filler(`word${place}`)).slice(0, 3), paragraph('End.'));

    expect(posts).toHaveLength(3);
    expect(textsOf(posts[2]?.components ?? []).join()).toMatch(/End\.$/);
  });

  it('takes a heading to the post of what it heads', () => {
    const posts = postsOf(filler('word'), { kind: 'divider' }, heading('Trade'), filler('more'));

    expect(posts.map(({ components }) => components.map(({ type }) => type))).toEqual([[10], [10]]);
    expect(textsOf(posts[1]?.components ?? [])[0]).toMatch(/^## Trade\nmore/);
  });

  it('leaves a heading behind where it would not fit beside what it heads', () => {
    const title = 'Title '.repeat(40).trim();

    const posts = postsOf(filler('word'), heading(title), paragraph('more. '.repeat(650)));

    expect(posts.map(({ components }) => textsOf(components).join('').includes(title))).toEqual([
      true,
      false,
    ]);
  });

  it('counts nested components', () => {
    const some = many(14, (place) => entries(anEntry(`Entry ${place}.`, action('Story', `story ${place}`))));

    expect(postsOf(...some).map(({ components }) => components.length)).toEqual([13, 1]);
  });

  it('is cut between sentences, each with its citation', () => {
    const sentences = many(
      60,
      (place): Inlines => [
        text(`Sentence ${place} is ${'so '.repeat(30)}long, says its end${place}. `),
        cite(`Outlet ${place}`),
      ],
    );

    const posts = postsOf({ kind: 'paragraph', text: sentences.flat() });
    const texts = posts.map(({ components }) => textsOf(components).join('\n'));

    expect(posts.length).toBeGreaterThan(2);
    for (const [place] of sentences.entries()) {
      const holder = texts.filter((one) => one.includes(`end${place}.`) || one.includes(`[Outlet ${place},`));
      expect(holder).toHaveLength(1);
    }
    for (const one of texts) expect(one).toMatch(/^Sentence/);
  });

  it('puts a citation at the end of a sentence that fills more than a post', () => {
    const posts = postsOf({ kind: 'paragraph', text: [text('word '.repeat(1200)), cite('Dawn')] });

    const texts = posts.map(({ components }) => textsOf(components).join(''));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^word .* \\\[\[Dawn, 4 Feb 2026\]/);
  });
});
