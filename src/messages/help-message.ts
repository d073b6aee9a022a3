import type { Inlines, Message } from '../domain/message.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { bold, code, italic, joined, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** What help shows of a command; the commands of the registry are of this shape. */
export interface Explained {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly options: readonly ExplainedOption[];
  readonly access: 'everyone' | 'channel-managers' | 'operators';
}

interface ExplainedOption {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isPositional: boolean;
  readonly choices?: readonly string[];
}

/** All commands, one line each. */
export function helpMessage(commands: readonly Explained[], { language }: Pick<Reader, 'language'>): Message {
  const words = wordsIn(language).help;
  return {
    blocks: [
      heading(words.heading),
      bullets(helpLines(commands)),
      paragraph([italic(`${words.more} ${words.share}`)]),
    ],
  };
}

/** How each command is written and what it answers. */
export function helpLines(commands: readonly Explained[]): readonly Inlines[] {
  return commands.map((command) => [code(usage(command)), text(` — ${command.description}`)]);
}

/** One command with its options and examples. */
export function commandHelpMessage(command: Explained, { language }: Pick<Reader, 'language'>): Message {
  const words = wordsIn(language).help;
  const access = {
    everyone: [],
    'channel-managers': [paragraph(words.managers)],
    operators: [paragraph(words.operators)],
  }[command.access];
  const options = command.options.map((option) => optionLine(option, { language }));
  return {
    blocks: [
      heading([code(usage(command))]),
      paragraph(command.description),
      ...access,
      ...(options.length === 0 ? [] : [paragraph([bold(words.options)]), bullets(options)]),
      paragraph([bold(words.examples)]),
      bullets(command.examples.map((line) => [code(line)])),
    ],
  };
}

/** `latest [topic] [since]`, `story id`, `who name [at:]`. */
export function usage({ name, options }: Explained): string {
  const shown = options.map((option) => {
    const form = option.isPositional ? option.name : `${option.name}:`;
    return option.isRequired ? form.toUpperCase() : `[${form}]`;
  });
  return [name, ...shown].join(' ');
}

function optionLine(option: ExplainedOption, { language }: Pick<Reader, 'language'>): Inlines {
  const words = wordsIn(language).help;
  return joined([
    [code(option.name), text(` — ${option.description}`)],
    option.isRequired ? [text(words.required)] : [],
    option.choices === undefined ? [] : [text(words.choices(option.choices.join(', ')))],
  ]);
}
