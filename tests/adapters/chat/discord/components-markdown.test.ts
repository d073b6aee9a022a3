import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../fixtures/discord/components-markdown.ts';

describe('the reader of Markdown', () => {
  it.each([
    ['*a*', 'a', 'italic'],
    ['_a_', 'a', 'italic'],
    ['**a**', 'a', 'bold'],
    ['__a__', 'a', 'underline'],
    ['~~a~~', 'a', 'strikethrough'],
    ['||a||', 'a', 'spoiler'],
    ['`a`', 'a', 'code'],
    ['`` ` ``', '`', 'code'],
    ['```\na\n```', 'a', 'code block'],
    ['```a```', 'a', 'code block'],
    ['# a', 'a', 'heading'],
    ['x\n### a', 'x\na', 'heading'],
    ['-# a', 'a', 'subtext'],
    ['> a', 'a', 'quote'],
    ['>>> a\nb', 'a\nb', 'quote'],
    ['- a', 'a', 'list'],
    ['+ a', 'a', 'list'],
    ['* a', 'a', 'list'],
    ['  12. a', '  a', 'list'],
    ['@everyone', '@everyone', 'mention'],
    ['a@here', 'a@here', 'mention'],
    ['<@1>', '<@1>', 'mention'],
    ['<@!1>', '<@!1>', 'mention'],
    ['<@&1>', '<@&1>', 'mention'],
    ['<#1>', '<#1>', 'mention'],
    ['</latest:1>', '</latest:1>', 'mention'],
    ['<id:home>', '<id:home>', 'mention'],
    ['<t:0>', '<t:0>', 'timestamp'],
    [':smile:', ':smile:', 'emoji'],
    ['<a:wave:1>', '<a:wave:1>', 'emoji'],
    ['see https://a.example', 'see https://a.example', 'bare link'],
    ['<https://a.example>', 'https://a.example', 'bare link'],
    ['discord.gg/abc', 'discord.gg/abc', 'bare link'],
    ['[a](https://a.example)', 'a', 'link'],
    ['[a](<https://a.example>)', 'a', 'link'],
    ['[https://b.example](<https://a.example>)', '[https://b.example](<https://a.example>)', 'broken link'],
    ['[:smile:](<https://a.example>)', '[:smile:](<https://a.example>)', 'broken link'],
  ])('finds what is active in %j', (markdown, text, kind) => {
    const seen = readMarkdown(markdown);

    expect(seen.text).toBe(text);
    expect(seen.active.map((construct) => construct.kind)).toEqual([kind]);
  });

  it.each([
    ['\\*a\\*', '*a*'],
    ['\\# a', '# a'],
    ['a # b - c 1. d > e', 'a # b - c 1. d > e'],
    ['\\@\u200Beveryone', '@everyone'],
    ['https\\:\\/\\/a.example', 'https://a.example'],
    ['\\[a](https\\://a.example)', '[a](https://a.example)'],
    ['\\a', '\\a'],
    ['2 ** 3', '2 ** 3'],
  ])('finds nothing active in %j', (markdown, text) => {
    expect(readMarkdown(markdown)).toEqual({ text, active: [] });
  });

  it('reads what stands inside, and not inside code', () => {
    const seen = readMarkdown('## **a `*b*`** [*c*](<https://a.example>)');

    expect(seen.text).toBe('a *b* c');
    expect(seen.active).toEqual([
      { kind: 'heading', words: 'a *b* c' },
      { kind: 'bold', words: 'a *b*' },
      { kind: 'code', words: '*b*' },
      { kind: 'link', words: 'c', address: 'https://a.example' },
      { kind: 'italic', words: 'c' },
    ]);
  });

  it('shows backslashes in the label of a link', () => {
    expect(readMarkdown('[a\\_b](<https://a.example>)').active[0]?.kind).toBe('broken link');
  });

  it('lets the label of a link end at the last bracket, escaped or not', () => {
    const seen = readMarkdown('[a](<https://a.example>) b\\](https://b.example)');

    expect(seen.active).toMatchObject([{ kind: 'broken link' }]);
  });
});
