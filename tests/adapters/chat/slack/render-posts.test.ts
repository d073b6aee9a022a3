import { describe, expect, it } from 'vitest';
import { renderHome, renderMessage } from '../../../../adapters/chat/slack/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Block, Citation } from '../../../../src/domain/message.ts';
import { actions, bullets, heading, paragraph } from '../../../../src/messages/blocks.ts';
import { bold, text } from '../../../../src/messages/inline.ts';
import { textOfBlocks } from './shown-text.ts';

const tokenOf = (line: string) => `t:${line}`;
const render = (...blocks: Block[]) => renderMessage({ blocks }, tokenOf);
const home = (...blocks: Block[]) => renderHome({ blocks }, tokenOf);
const typesOf = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type);
const many = (count: number, block: Block) => Array.from({ length: count }, () => block);
const divider: Block = { kind: 'divider' };
const next = actions([{ label: 'Next page', command: 'latest page:2' }]);

const cited = (source: string): Citation => ({
  kind: 'citation',
  articleId: 'a1' as ArticleId,
  source,
  date: '2026-02-04',
  url: null,
});

/** Every sentence about 600 characters long. */
const sentences = (count: number) =>
  Array.from({ length: count }, (_, place) => [
    text(`Sentence ${place} ${'and so on '.repeat(58)}ends. `),
    cited(`S${place}`),
  ]).flat();

const actionIds = (blocks: readonly object[]) =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]*)"/g)].map(([, id]) => id);

describe('a message that is too long for one post', () => {
  it('is cut after a sentence with its citation', () => {
    const posts = render(paragraph(sentences(40)));

    const texts = posts.flatMap(({ blocks }) => blocks.map((block) => textOfBlocks([block])));
    expect(posts.length).toBeGreaterThan(1);
    for (const shown of texts) expect(shown).toMatch(/^Sentence [\s\S]*\[S\d+, 4 Feb 2026\]$/);
    expect(texts.join('').match(/\[S\d+/g)).toEqual(Array.from({ length: 40 }, (_, place) => `[S${place}`));
  });

  it('has at most 50 blocks in a post', () => {
    expect(render(...many(120, divider)).map(({ blocks }) => blocks.length)).toEqual([50, 50, 20]);
  });

  it('has at most about 10,000 characters in a post, addresses and values of buttons included', () => {
    const url = `https://example.com/${'a'.repeat(180)}`;
    const posts = render({
      kind: 'entries',
      entries: Array.from({ length: 40 }, () => ({
        text: [text('x'.repeat(200)), { ...cited('S'), url }],
        actions: [{ label: 'Why', command: 'w'.repeat(70) }],
      })),
    });

    for (const { blocks } of posts) {
      expect(blocks.length).toBeLessThan(50);
      expect(JSON.stringify(blocks).replace(/"[a-z_]+":"?|[{}[\],"]/g, '').length).toBeLessThan(12_000);
    }
    expect(posts.length).toBe(3);
  });

  it('keeps a heading with what it heads', () => {
    const posts = render(...many(49, divider), heading('Visits'), bullets([[text('one')]]));
    const inBold = render(...many(49, divider), paragraph([bold('Visits')]), bullets([[text('one')]]));

    expect(posts.map(({ blocks }) => typesOf(blocks).slice(-2))).toEqual([
      ['divider', 'divider'],
      ['header', 'rich_text'],
    ]);
    expect(inBold.map(({ blocks }) => blocks.length)).toEqual([49, 2]);
  });

  it('leaves headings behind that are too many for the post of what they head', () => {
    const row = [[text('x'.repeat(8900))]];
    const headings = many(20, heading('h'.repeat(140)));

    const posts = render(divider, ...headings, { kind: 'table', columns: ['a'], rows: [row] });

    expect(posts.map(({ blocks }) => blocks.length)).toEqual([21, 1]);
  });

  it('fills a post with headings when there is nothing else', () => {
    expect(render(...many(60, heading('Visits'))).map(({ blocks }) => blocks.length)).toEqual([50, 10]);
  });

  it('keeps buttons with the entry that they are about', () => {
    const entry: Block = {
      kind: 'entries',
      entries: [{ text: [text('one')], actions: [{ label: 'Why', command: 'why a-1' }] }],
    };

    const posts = render(...many(49, divider), entry);

    expect(posts.map(({ blocks }) => typesOf(blocks).slice(-2))).toEqual([
      ['divider', 'divider'],
      ['rich_text', 'actions'],
    ]);
  });

  it('has buttons that say that they stand on a part only', () => {
    expect(actionIds(render(next).flatMap(({ blocks }) => blocks))).toEqual(['solo:0.0.0']);
    expect(actionIds(render(next, ...many(50, divider)).flatMap(({ blocks }) => blocks))).toEqual([
      'part:0.0.0',
    ]);
  });

  it('gives a picture along with the post in which its words stand', () => {
    const file = { name: 'trade.png', mediaType: 'image/png', base64: 'AAAA' } as const;

    const posts = render(...many(50, divider), { kind: 'image', alt: 'Trade grew.', file });

    expect(posts.map(({ files }) => files.map(({ name, alt }) => [name, alt]))).toEqual([
      [],
      [['trade.png', 'Trade grew.']],
    ]);
  });

  it('shows all of an item that is longer than a block, its number once', () => {
    const posts = render({ kind: 'list', items: [sentences(8), [text('last')]], isOrdered: true });

    expect(posts.flatMap(({ blocks }) => blocks)).toMatchObject([
      { elements: [{ type: 'rich_text_list' }] },
      { elements: [{ type: 'rich_text_section' }, { type: 'rich_text_list', offset: 1 }] },
    ]);
  });

  it('writes a table as records when one row alone is longer than a table may be', () => {
    const row = [[text('Kazakhstan')], sentences(20)];

    const posts = render({ kind: 'table', columns: ['Side', 'Told'], rows: [row] });

    expect(posts.flatMap(({ blocks }) => typesOf(blocks))).not.toContain('table');
    expect(posts[0]?.text).toMatch(/^Side: Kazakhstan\nTold: Sentence 0 /);
  });
});

describe('the text for notifications', () => {
  it('has a line for every line, without markup', () => {
    const [post] = render(
      heading('Visits & <!channel>'),
      bullets([[text('one'), cited('Dawn')], [text('two')]]),
      { kind: 'table', columns: ['a', 'b'], rows: [[[bold('1')], [text('<@U1>')]]] },
      next,
    );

    expect(post?.text.split('\n')).toEqual([
      'Visits &amp; &lt;!channel&gt;',
      '• one [Dawn, 4 Feb 2026]',
      '• two',
      'a | b',
      '1 | &lt;@U1&gt;',
    ]);
  });

  it('names the buttons when there is nothing else', () => {
    expect(render(next)[0]?.text).toBe('Next page');
  });

  it('ends within 4,000 characters, never inside an entity', () => {
    const texts = [0, 1, 2, 3, 4].map(
      (lead) => render(paragraph(`${'x'.repeat(lead)}${'&'.repeat(2000)}`))[0]?.text ?? '',
    );

    for (const shown of texts) {
      expect(shown.length).toBeLessThanOrEqual(4000);
      expect(shown).toMatch(/^x*(?:&amp;)+…$/);
    }
  });
});

describe('the Home tab', () => {
  it('shows a table as records', () => {
    const blocks = home({ kind: 'table', columns: ['Zone'], rows: [[[text('Asia/Almaty')]]] });

    expect(typesOf(blocks)).toEqual(['rich_text']);
    expect(textOfBlocks(blocks)).toContain('Asia/Almaty');
  });

  it('holds 100 blocks, and says when there is more', () => {
    const full = home(...many(100, divider));
    const over = home(...many(99, divider), heading('Subscriptions'), divider);

    expect(typesOf(full)).toEqual(Array.from({ length: 100 }, () => 'divider'));
    expect(over.length).toBe(100);
    expect(textOfBlocks(over)).toBe('There is more than fits on this page.');
  });

  it('ends when it becomes very long', () => {
    const blocks = home(...many(20, paragraph('word '.repeat(590))));

    expect(blocks.length).toBe(17);
    expect(textOfBlocks(blocks.slice(-1))).toBe('There is more than fits on this page.');
  });

  it('ends before an entry whose buttons do not fit', () => {
    const entry: Block = {
      kind: 'entries',
      entries: [{ text: [text('one')], actions: [{ label: 'Why', command: 'why a-1' }] }],
    };

    const blocks = home(...many(98, divider), entry, divider);

    expect(blocks.length).toBe(99);
    expect(textOfBlocks(blocks)).toBe('There is more than fits on this page.');
  });

  it('has buttons that replace no message', () => {
    expect(actionIds(home(next))).toEqual(['part:0.0.0']);
  });

  it('says that there is nothing', () => {
    expect(textOfBlocks(home())).toBe('There is nothing to show.');
  });
});
