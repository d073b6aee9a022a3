import type { types } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHome, renderMessage } from '../../../../adapters/chat/slack/render.ts';
import type { Action, Block, Message } from '../../../../src/domain/message.ts';
import { anyMessage } from '../../../fixtures/any-message.ts';
import { homeProblems, payloadProblems } from '../../../fixtures/slack/block-kit.ts';
import { citationText, comparable, textOfBlocks, textOfMessage } from './shown-text.ts';

const tokenOf = (line: string) => `token of ${line}`;
const render = (message: Message) => renderMessage(message, tokenOf);

/** Every object inside. */
function partsOf(part: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(partsOf);
  return Array.isArray(part) ? inner : [{ ...part }, ...inner];
}

function always(property: (message: Message) => void, numRuns = 200): void {
  fc.assert(fc.property(anyMessage(), property), { numRuns });
}

describe('whatever the message', () => {
  it('Slack takes every post', () => {
    always((message) => {
      const posts = render(message);

      expect(posts.length).toBeGreaterThan(0);
      for (const { text, blocks } of posts) expect(payloadProblems({ text, blocks })).toEqual([]);
    });
  });

  it('no text is lost, and its order is kept', () => {
    always((message) => {
      const shown = render(message)
        .map(({ blocks }) => textOfBlocks(blocks))
        .join('');

      expect(comparable(shown)).toBe(comparable(textOfMessage(message)));
    });
  });

  it('every line can be run, and every picture is uploaded', () => {
    always((message) => {
      const posts = render(message);
      const tokens = partsOf(posts).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

      expect(tokens).toEqual(linesOf(message.blocks).map(tokenOf));
      expect(posts.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(
        message.blocks.flatMap((block) => (block.kind === 'image' ? [block.file.name] : [])),
      );
    });
  });

  it('no post and no block begins with a citation whose sentence stands before it', () => {
    always(({ blocks }) => {
      const told = blocks.filter(({ kind }) => kind !== 'table' && kind !== 'fields');
      const citations = citationsIn(told).map(comparable);
      const starts = render({ blocks: told }).flatMap((post) => post.blocks.map(startOf));

      const cutOff = starts.filter((start) => citations.some((citation) => start.startsWith(citation)));
      expect(cutOff).toEqual([]);
    });
  });

  it('nothing pings, formats, becomes a picture or leads anywhere but to a web address', () => {
    const known = new Set([
      ...[
        'header',
        'rich_text',
        'actions',
        'table',
        'divider',
        'raw_text',
        'plain_text',
        'button',
        'static_select',
      ],
      ...['rich_text_section', 'rich_text_list', 'text', 'link', undefined],
    ]);

    always((message) => {
      const parts = render(message).flatMap(({ blocks }) => partsOf(blocks));

      expect(parts.filter(({ type }) => !known.has(type as string))).toEqual([]);
      expect(parts.filter(({ type, emoji }) => type === 'plain_text' && emoji !== false)).toEqual([]);
      for (const { url } of parts.filter(({ type }) => type === 'link')) {
        expect(url).toMatch(/^https?:\/\/[^\s<>|]+$/);
      }
    });
  });

  it('the text for notifications is there, short, and free of markup', () => {
    always((message) => {
      for (const { text } of render(message)) {
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(text.trim()).not.toBe('');
        expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
        expect(text.isWellFormed()).toBe(true);
      }
    });
  });

  it('buttons say whether they stand on all of the message, and no two are called the same', () => {
    always((message) => {
      const posts = render(message);
      const names = partsOf(posts).flatMap(({ action_id }) =>
        action_id === undefined ? [] : [String(action_id)],
      );

      const scope = posts.length === 1 ? 'solo:' : 'part:';
      expect(names.filter((name) => !name.startsWith(scope))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  it('text that is set apart by its direction is closed again in the same line', () => {
    always((message) => {
      for (const line of partsOf(render(message)).filter(({ type }) => type === 'rich_text_section')) {
        const text = partsOf(line)
          .map((part) => String(part['text'] ?? ''))
          .join('');
        const opened = text.replace(/[^\u2067\u2069]/g, '');
        expect(opened).toMatch(/^(?:\u2067\u2069)*$/);
      }
    });
  });

  it('the Home tab is one page that Slack takes, and shows the message from its start', () => {
    always((message) => {
      const home = renderHome(message, tokenOf);

      const shown = comparable(textOfBlocks(home)).replace(
        comparable('There is more than fits on this page.'),
        '',
      );
      expect(homeProblems(home)).toEqual([]);
      expect(home.length).toBeGreaterThan(0);
      expect(comparable(textOfMessage(message)).startsWith(shown)).toBe(true);
    });
  });
});

/** Of two options of one menu that run the same line, one is there. */
function linesOf(blocks: readonly Block[]): readonly string[] {
  const commands = (actions: readonly Action[]) => actions.map(({ command }) => command);
  return blocks.flatMap((block) => {
    if (block.kind === 'entries') return block.entries.flatMap(({ actions }) => commands(actions));
    if (block.kind !== 'actions') return [];
    const lines = commands(block.actions);
    return lines.length > 5 ? [...new Set(lines)] : lines;
  });
}

function startOf(block: types.KnownBlock): string {
  return comparable(textOfBlocks([block]));
}

function citationsIn(blocks: readonly Block[]): readonly string[] {
  return partsOf(blocks).flatMap((part) =>
    part['kind'] === 'citation' ? [citationText(part as never)] : [],
  );
}
