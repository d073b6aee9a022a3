import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, visibilityOf } from '../../src/chat/line-of-input.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import type { CommandInput } from '../../src/ports/chat-adapter.ts';
import { aCommand } from './a-command.ts';
import { aReading, someCommands } from './a-reading.ts';

const commands = [
  ...someCommands,
  aCommand({ name: 'who' }),
  aCommand({ name: 'subscribe-all', visibility: 'channel' }),
];
const line = (text: string): CommandInput => ({ kind: 'line', line: text });
const said = (words: string): CommandInput => ({ kind: 'said', words });
const typed = (command: string, options: Record<string, string | number | boolean>): CommandInput => ({
  kind: 'typed',
  command,
  options,
});

describe('what was asked, as a line', () => {
  it.each([
    ['latest defence', 'latest defence', false],
    ['latest defence --share', 'latest defence', true],
    ['--share latest', 'latest', true],
    ['latest —share', 'latest', true],
    ['search market --shares', 'search market --shares', false],
  ])('typed "%s"', (text, expected, isShared) => {
    expect(lineOf(line(text), commands)).toEqual({ line: expected, isShared });
  });

  it.each([
    ['When did Tokayev visit Pakistan?', 'ask When did Tokayev visit Pakistan?'],
    ['latest defence', 'latest defence'],
    ['latest news on trade?', 'ask latest news on trade?'],
    ['who is the foreign minister', 'ask who is the foreign minister'],
    ['transit trade', 'ask transit trade'],
    ['وزیر خارجہ کون ہیں؟', 'ask وزیر خارجہ کون ہیں؟'],
    ['', 'help'],
  ])('said "%s"', (words, expected) => {
    expect(lineOf(said(words), commands).line).toBe(expected);
  });

  it('with typed options reads like the same options in a line', () => {
    const input = typed('timeline', { person: 'Asim Munir', since: '2025-04', page: 2, share: true });

    const asked = lineOf(input, commands);
    const parsed = parseLine(asked.line, aReading());

    expect(asked.isShared).toBe(true);
    expect(parsed).toMatchObject({ page: 2, options: { person: 'munir', since: expect.any(Number) } });
  });

  it('keeps every text that is typed as an option whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (words) => {
        const wanted = words.normalize('NFC').trim();
        fc.pre(wanted !== '' && !/["«»“”„]/u.test(words));

        const { line: asked } = lineOf(typed('search', { words }), commands);

        expect(parseLine(asked, aReading()).options).toEqual({ words: wanted });
      }),
    );
  });

  it.each(['say "hello"', '"', 'both "these" and «those»'])('keeps the words of %s', (words) => {
    const { line: asked } = lineOf(typed('search', { words }), commands);

    const { options } = parseLine(asked, aReading());

    expect(String(options['words']).replaceAll(/["']/g, '')).toBe(words.replaceAll('"', ''));
  });
});

describe('who sees the answer', () => {
  it.each([
    [line('latest'), 'private'],
    [line('latest --share'), 'channel'],
    [line('subscribe-all'), 'channel'],
    [line('nonsense'), 'private'],
    [line('When did Tokayev visit Pakistan?'), 'private'],
    [said('When did Tokayev visit Pakistan?'), 'channel'],
    [typed('latest', {}), 'private'],
    [typed('latest', { share: true }), 'channel'],
    [typed('latest', { share: false }), 'private'],
    [typed('search', { words: 'a --share b' }), 'private'],
  ] as const)('%j: %s', (input, expected) => {
    expect(visibilityOf(input, commands)).toBe(expected);
  });
});
