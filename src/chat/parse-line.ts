import { UserError } from '../errors.ts';
import type { Command, OptionValues } from '../ports/command.ts';
import { nearest } from './nearest.ts';
import { readOptions } from './read-options.ts';
import type { Reading } from './read-value.ts';
import { type LineToken, splitLine } from './split-line.ts';

export interface ParsedLine {
  readonly command: Command;
  readonly options: OptionValues;
  /** 1-based. */
  readonly page: number;
  /** The line without its page. */
  readonly line: string;
}

export interface LineReading extends Reading {
  readonly commands: readonly Command[];
}

/** From this many words on, a line that ends in a question mark is a question. */
const SHORTEST_QUESTION_WORDS = 3;

/** Reads what was typed after the root command; throws `UserError` that says how to mend the line. */
export function parseLine(typed: string, reading: LineReading): ParsedLine {
  const line = withCommand(typed.normalize('NFC').trim(), reading.commands);
  const [first, ...rest] = splitLine(line);
  const command = commandNamed(first?.raw ?? '', reading);
  const { options, page, pageTokens } = readOptions(rest, command, reading);
  return { command, options, page, line: withoutTokens(line, pageTokens) };
}

/** The command that a line is for; null when there is none of that name. */
export function commandOf(line: string, commands: readonly Command[]): Command | null {
  const [first = ''] = withCommand(line.trim(), commands).split(/\s+/);
  return commands.find(({ name }) => name === first.toLowerCase()) ?? null;
}

/** A bare question is `ask`; an empty line is `help`. */
function withCommand(line: string, commands: readonly Command[]): string {
  if (line === '') return 'help';
  const words = line.split(/\s+/);
  const isKnown = commands.some(({ name }) => name === words[0]?.toLowerCase());
  const isQuestion = words.length >= SHORTEST_QUESTION_WORDS && /[?؟]$/.test(line);
  return !isKnown && isQuestion ? `ask ${line}` : line;
}

function commandNamed(word: string, { commands, words }: LineReading): Command {
  const command = commands.find(({ name }) => name === word.toLowerCase());
  if (command) return command;
  const names = commands.map(({ name }) => name);
  throw new UserError(words.unknownCommand(word, nearest(word, names)));
}

function withoutTokens(line: string, tokens: readonly LineToken[]): string {
  return tokens
    .toReversed()
    .reduce(
      (rest, { start, end }) => `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`,
      line,
    )
    .trim();
}
