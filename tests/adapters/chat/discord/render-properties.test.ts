import type { APIMessageTopLevelComponent } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiscordPost, renderMessage } from '../../../../adapters/chat/discord/render.ts';
import type { ArticleId } from '../../../../src/domain/identity.ts';
import type { Block, Inline, Inlines, Message } from '../../../../src/domain/message.ts';
import { actionLines } from '../../../../src/messages/action-lines.ts';
import { withoutSteering } from '../../../../src/messages/without-steering.ts';
import { anyMessage } from '../../../fixtures/any-message.ts';
import { payloadProblems } from '../../../fixtures/discord/components.ts';
import { readMarkdown, type Seen } from '../../../fixtures/discord/components-markdown.ts';
import { textsOf } from '../../../fixtures/discord/components-text.ts';

/** As long as the longest token, and as different as its line. */
const tokenOf = (line: string) => line.padEnd(98, '-');

const RUNS = { numRuns: 200 };

/** What is compared: no spaces, nothing that shows nothing, and no quotation marks, which come anew where a quotation is cut. */
function bare(words: string): string {
  return withoutSteering(words).replace(/[\s\p{Cf}“”]/gu, '');
}

function seenIn(posts: readonly DiscordPost[]): readonly Seen[] {
  return posts.flatMap(({ components }) => textsOf(components)).map(readMarkdown);
}

/** Stretches of words in the order in which they are read; pictures are told beside the text. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsIn(block.text);
    case 'list':
      return block.items.flatMap(wordsIn);
    case 'entries':
      return block.entries.flatMap(({ text }) => wordsIn(text));
    case 'fields':
      return block.fields.flatMap(({ label, value }) => [label, ...wordsIn(value)]);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(wordsIn));
    default:
      return [];
  }
}

function wordsIn(inlines: Inlines): readonly string[] {
  return inlines.flatMap((inline) => ('text' in inline ? [inline.text] : [inline.source]));
}

/** What the renderer may put between: brackets, dates, the word for a link, names of columns and their rule. */
const BETWEEN = /^(?:link|Column\d+|24Apr2025|about2Feb2026|Sept2025|2024|undated|[[\],·…─])*$/;

/** The first stretch that is missing or behind something else, null when there is none. */
function firstLost(stretches: readonly string[], shown: string): string | null {
  let from = 0;
  for (const words of stretches.map(bare)) {
    const at = placeOf(words, shown, from);
    if (at < 0) return words;
    from = at + words.length;
  }
  return BETWEEN.test(shown.slice(from)) ? null : shown.slice(from);
}

/** Also words that are part of what stands between, such as the `in` of `link`, are found where they are meant. */
function placeOf(words: string, shown: string, from: number): number {
  let at = shown.indexOf(words, from);
  while (at >= 0 && !BETWEEN.test(shown.slice(from, at))) at = shown.indexOf(words, at + 1);
  return at;
}

function inlinesOf({ blocks }: Message): readonly Inline[] {
  return blocks.flatMap((block): Inlines => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return block.text;
    if (block.kind === 'list') return block.items.flat();
    if (block.kind === 'entries') return block.entries.flatMap(({ text }) => text);
    if (block.kind === 'fields') return block.fields.flatMap(({ label, value }) => [named(label), ...value]);
    return block.kind === 'table' ? [...block.columns.map(named), ...block.rows.flat(2)] : [];
  });
}

/** Labels of fields and columns are bold. */
function named(text: string): Inline {
  return { kind: 'bold', text };
}

/** What the words of a construct may be part of. */
function meantAs(kind: string, inlines: readonly Inline[]): string {
  return bare(
    inlines.map((inline) => (inline.kind === kind && 'text' in inline ? inline.text : '')).join(''),
  );
}

function linesRunBy(components: readonly APIMessageTopLevelComponent[]): readonly string[] {
  const tokens = [
    ...JSON.stringify(components).matchAll(/"(?:custom_id|value)":"(?:[sp]:)?(story [^"]+?)-*"/g),
  ];
  return tokens.map(([, line = '']) => line);
}

describe('every message', () => {
  it('becomes posts that Discord takes, shown whole and in order, with only our own formatting and every action', () => {
    fc.assert(
      fc.property(anyMessage(), (message) => {
        const posts = renderMessage(message, tokenOf);

        const seen = seenIn(posts);
        const inlines = inlinesOf(message);
        expect(posts.flatMap(problemsOf)).toEqual([]);
        expect(
          firstLost(message.blocks.flatMap(wordsOf), bare(seen.map(({ text }) => text).join('\n'))),
        ).toBe(null);
        expect(seen.flatMap(({ active }) => active).filter((one) => !isOurs(one, inlines))).toEqual([]);
        expect(posts.flatMap(({ components }) => linesRunBy(components))).toEqual(
          expect.arrayContaining([...actionLines(message)]),
        );
      }),
      RUNS,
    );
  });

  it('pings nobody, even where pings are looked for in the raw text', () => {
    fc.assert(
      fc.property(anyMessage(), (message) => {
        const raw = JSON.stringify(renderMessage(message, tokenOf));

        expect(raw).not.toMatch(/@everyone|@here|<@[!&]?\d/);
      }),
      RUNS,
    );
  });

  it('shows every picture with its description', () => {
    fc.assert(
      fc.property(anyMessage(), (message) => {
        const posts = renderMessage(message, tokenOf);

        const pictures = message.blocks.filter(({ kind }) => kind === 'image');
        expect(posts.flatMap(({ files }) => files)).toHaveLength(pictures.length);
      }),
      RUNS,
    );
  });
});

describe('a citation', () => {
  it('is in the post that shows the end of its sentence', () => {
    const sentence = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 3 }), fc.nat(200));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const text = sentences.flatMap(
          ([length, citations, address], place): Inlines => [
            { kind: 'text', text: `${place === 0 ? '' : ' '}${'Word '.repeat(length)}ends${place}.` },
            ...Array.from(
              { length: citations },
              (): Inline => cite(`Outlet ${place}`, 'long/'.repeat(address)),
            ),
          ],
        );

        const posts = renderMessage({ blocks: [{ kind: 'paragraph', text }] }, tokenOf);
        const shown = posts.map(({ components }) => textsOf(components).join('\n'));

        for (const [place, [, citations]] of sentences.entries()) {
          const holder = shown.filter((one) => one.includes(`ends${place}.`));
          expect(holder).toHaveLength(1);
          expect(holder[0]?.split(`Outlet ${place},`)).toHaveLength(citations + 1);
        }
      }),
      RUNS,
    );
  });
});

function cite(source: string, path: string): Inline {
  const url = `https://news.example.com/${path}`;
  return { kind: 'citation', articleId: 'a1' as ArticleId, source, date: '2026-02-04', url };
}

function problemsOf({ components, files }: DiscordPost): readonly string[] {
  const body = { flags: 32_768, allowed_mentions: { parse: [] }, components };
  return payloadProblems(
    body,
    files.map(({ name }) => name),
  );
}

function isOurs({ kind, words, address }: Seen['active'][number], inlines: readonly Inline[]): boolean {
  if (kind === 'link') return /^https:\/\/(?:news\.)?example\.com\//.test(address ?? '');
  if (kind === 'bold' || kind === 'italic' || kind === 'code')
    return meantAs(kind, inlines).includes(bare(words));
  return kind === 'heading' || kind === 'list' || kind === 'code block';
}
