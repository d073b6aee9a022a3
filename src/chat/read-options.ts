import { UserError } from '../errors.ts';
import type { Command, OptionSpec, OptionValue, OptionValues } from '../ports/command.ts';
import { nearest } from './nearest.ts';
import { placeWords } from './place-words.ts';
import { type Reading, readValue } from './read-value.ts';
import type { LineToken } from './split-line.ts';

/** Every list pages, so every command has it. */
const PAGE: OptionSpec = {
  name: 'page',
  description: '',
  kind: 'integer',
  isRequired: false,
  isPositional: false,
};

export interface OptionReading {
  readonly options: OptionValues;
  readonly page: number;
  /** The tokens that named the page. */
  readonly pageTokens: readonly LineToken[];
}

interface Sorted {
  readonly named: ReadonlyMap<OptionSpec, string>;
  readonly words: readonly string[];
  readonly pageTokens: readonly LineToken[];
}

/** Reads the tokens after a command's name against its option list. */
export function readOptions(tokens: readonly LineToken[], command: Command, reading: Reading): OptionReading {
  const { named, words, pageTokens } = sortTokens(tokens, command, reading);
  const values: Record<string, OptionValue> = {};
  for (const [option, text] of named) values[option.name] = readNamed(text, option, reading);
  const positional = command.options.filter((option) => option.isPositional && !named.has(option));
  Object.assign(values, placeWords(words, positional, reading));
  requireAll(values, command, reading);
  const { page = 1, ...options } = values;
  if (Number(page) < 1) throw new UserError(reading.words.noSuchPage(Number(page)));
  return { options, page: Number(page), pageTokens };
}

function sortTokens(tokens: readonly LineToken[], command: Command, reading: Reading): Sorted {
  const named = new Map<OptionSpec, string>();
  const words: string[] = [];
  const pageTokens: LineToken[] = [];
  for (const token of withValues(tokens, command)) {
    const option = optionNamed(token, command, reading);
    if (option === null) words.push(token.name === null ? token.value : token.raw);
    else if (named.has(option)) throw new UserError(reading.words.givenTwice(option.name));
    else named.set(option, token.value);
    if (option === PAGE) pageTokens.push(token);
  }
  return { named, words, pageTokens };
}

/** `since: 2025` is `since:2025`: an option's name without a value takes the next word. */
function withValues(tokens: readonly LineToken[], command: Command): readonly LineToken[] {
  const joined: LineToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isWaiting =
      last?.value === '' && last.name !== null && knownOption(last.name, command) !== undefined;
    if (last && isWaiting) joined[joined.length - 1] = { ...last, value: token.raw, end: token.end };
    else joined.push(token);
  }
  return joined;
}

function knownOption(name: string, command: Command): OptionSpec | undefined {
  return [...command.options, PAGE].find((option) => option.name.toLowerCase() === name);
}

/**
 * The option that a token names; null for a plain word. In a command that takes a text, a colon may be part of the text
 * ("08:00", a URL), so there only a near miss of a name is a mistake.
 */
function optionNamed({ name, value }: LineToken, command: Command, { words }: Reading): OptionSpec | null {
  if (name === null) return null;
  const known = knownOption(name, command);
  if (known) return known;
  const names = [...command.options, PAGE].map((option) => option.name);
  const near = nearest(name, names);
  const takesText = command.options.some(({ kind, isPositional }) => kind === 'text' && isPositional);
  if (takesText && (near === null || value === '' || value.startsWith('//'))) return null;
  throw new UserError(words.unknownOption(command.name, name, near, names));
}

function readNamed(text: string, option: OptionSpec, reading: Reading): OptionValue {
  if (text === '') throw new UserError(reading.words.isEmpty(option.name));
  const read = readValue(text, option, reading);
  if (read.kind === 'value') return read.value;
  throw new UserError(read.problem);
}

function requireAll(
  values: Readonly<Record<string, OptionValue>>,
  command: Command,
  { words }: Reading,
): void {
  const missing = command.options.find(({ name, isRequired }) => isRequired && !(name in values));
  if (missing) throw new UserError(words.missing(command.name, missing.name, command.examples[0] ?? null));
}
