import { expectedOf } from '../answers/question-words.ts';
import type { CommandInput } from '../ports/chat-adapter.ts';
import type { Command, Visibility } from '../ports/command.ts';
import { commandOf } from './parse-line.ts';

/** What was asked, as one line, and whether the person wants the channel to see the answer. */
export interface AskedLine {
  readonly line: string;
  readonly isShared: boolean;
}

/** Telephones and some editors make one dash of two. */
const SHARE = /(?<=^|\s)(?:--|—|–)share(?=\s|$)/giu;
/** Values that need no quotation marks around them. */
const PLAIN = /^[\p{L}\p{N}_.,/+-]+$/u;

/** One line of text for whatever way a person asked; the options of a typed command become `name:value`. */
export function lineOf(input: CommandInput, commands: readonly Command[]): AskedLine {
  switch (input.kind) {
    case 'line': {
      const line = input.line.replace(SHARE, ' ').trim();
      return { line, isShared: line !== input.line.trim() };
    }
    case 'said':
      return { line: saidLine(input.words.trim(), commands), isShared: true };
    case 'typed': {
      const { share = false, ...options } = input.options;
      const named = Object.entries(options).map(([name, value]) => `${name}:${quoted(String(value))}`);
      return { line: [input.command, ...named].join(' '), isShared: share === true };
    }
  }
}

/** Who sees the answer: whoever the person says, else what the command says. */
export function visibilityOf(input: CommandInput, commands: readonly Command[]): Visibility {
  const { line, isShared } = lineOf(input, commands);
  return isShared ? 'channel' : (commandOf(line, commands)?.visibility ?? 'private');
}

/** What is said to the bot is a question, unless it begins like a command and does not ask. */
function saidLine(words: string, commands: readonly Command[]): string {
  if (words === '') return 'help';
  const [first = ''] = words.split(/\s+/);
  const isAsked = /[?؟]$/u.test(words) || expectedOf(first) !== 'anything';
  return !isAsked && commandOf(first, commands) !== null ? words : `ask ${words}`;
}

function quoted(value: string): string {
  if (PLAIN.test(value)) return value;
  if (!value.includes('"')) return `"${value}"`;
  return /[«»]/u.test(value) ? `"${value.replaceAll('"', "'")}"` : `«${value}»`;
}
