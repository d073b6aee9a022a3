import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { LANGUAGES } from '../../../../src/domain/identity.ts';
import type { Command, OptionKind, OptionSpec } from '../../../../src/ports/command.ts';
import { words } from '../words.ts';

/** An option as Discord registers it. */
export interface CommandOption {
  readonly type: OptionType.String | OptionType.Integer | OptionType.Boolean;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_value?: number;
}

const LONGEST_DESCRIPTION = 100;
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

const COMPLETED: ReadonlySet<OptionKind> = new Set<OptionKind>([
  'person',
  'topic',
  'topics',
  'people',
  'sides',
  'languages',
  'agreement',
  'story',
  'zone',
]);

/** Required ones first, as Discord wants them; then those that every command has. */
export function commandOptions({ options, visibility }: Command): readonly CommandOption[] {
  const own = options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)).map(commandOption);
  const added = visibility === 'private' ? [share(), page()] : [page()];
  return [...own, ...added.filter(({ name }) => !own.some((option) => option.name === name))];
}

/** At most 100 characters, cut at a word. */
export function shortDescription(description: string): string {
  if (description.length <= LONGEST_DESCRIPTION) return description;
  const room = description.slice(0, LONGEST_DESCRIPTION - 1);
  const end = room.lastIndexOf(' ');
  return `${room.slice(0, end > 0 ? end : room.length).replace(/[\s,;:]+$/, '')}…`;
}

function commandOption(option: OptionSpec): CommandOption {
  const { name, kind } = option;
  const described = { name, description: shortDescription(option.description), required: option.isRequired };
  if (kind === 'integer') return { type: OptionType.Integer, ...described };
  const choices = choicesOf(option);
  if (choices.length > 0) return { type: OptionType.String, ...described, choices };
  const isCompleted = COMPLETED.has(kind) || kind === 'choice';
  return { type: OptionType.String, ...described, ...(isCompleted ? { autocomplete: true } : {}) };
}

/** None when there are too many for Discord: then they are completed. */
function choicesOf({ kind, choices = [] }: OptionSpec): NonNullable<CommandOption['choices']> {
  if (kind === 'language') return LANGUAGES.map((value) => ({ name: languageName(value), value }));
  const fits =
    kind === 'choice' &&
    choices.length <= MOST_CHOICES &&
    choices.every((one) => one.length <= LONGEST_CHOICE);
  return fits ? choices.map((value) => ({ name: value, value })) : [];
}

function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}

function share(): CommandOption {
  return { type: OptionType.Boolean, name: 'share', description: words.share, required: false };
}

function page(): CommandOption {
  return { type: OptionType.Integer, name: 'page', description: words.page, required: false, min_value: 1 };
}
