import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../../../../src/ports/command.ts';
import { words } from '../words.ts';
import { type CommandOption, commandOptions, shortDescription } from './command-option.ts';

export interface Subcommand {
  readonly type: OptionType.Subcommand;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

/** A root command as Discord registers it: what people see after typing a slash. */
export interface ApplicationCommand {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly description: string;
  readonly options: readonly Subcommand[];
  /** Whom the server shows it to unless it decides otherwise; null for everybody. */
  readonly default_member_permissions: string | null;
  readonly contexts: readonly InteractionContextType[];
  readonly integration_types: readonly ApplicationIntegrationType[];
}

const MOST_SUBCOMMANDS = 25;
const MOST_OPTIONS = 25;
const MOST_CHARACTERS = 8_000;
const LONGEST_NAME = 32;

interface Root {
  readonly name: string;
  readonly description: string;
  readonly permissions: string | null;
}

/**
 * Every command as a subcommand: of the root command those for everyone, of `…-manage` the others, which a server shows
 * to those who may manage channels. What does not fit into one (25 subcommands, 8,000 characters) goes on in `…-2`. The
 * root that a command was called by says nothing more than its name, so moving to another changes nothing for anybody.
 */
export function applicationCommands({
  commands,
  rootCommand,
}: {
  readonly commands: readonly Command[];
  readonly rootCommand: string;
}): readonly ApplicationCommand[] {
  const forAll = { name: rootCommand, description: words.rootDescription, permissions: null };
  const manage = {
    name: suffixed(rootCommand, '-manage'),
    description: words.manageDescription,
    permissions: String(PermissionFlagsBits.ManageChannels),
  };
  return [
    ...rootsOf(
      forAll,
      commands.filter(({ access }) => access === 'everyone'),
    ),
    ...rootsOf(
      manage,
      commands.filter(({ access }) => access !== 'everyone'),
    ),
  ];
}

function rootsOf(root: Root, commands: readonly Command[]): readonly ApplicationCommand[] {
  const groups: Subcommand[][] = [];
  for (const subcommand of commands.map(subcommandOf)) {
    const last = groups.at(-1);
    if (last !== undefined && fits([...last, subcommand], root)) last.push(subcommand);
    else groups.push([subcommand]);
  }
  return groups.map((options, place) => rootWith(options, root, place));
}

function fits(subcommands: readonly Subcommand[], root: Root): boolean {
  const isFew = subcommands.length <= MOST_SUBCOMMANDS;
  return isFew && charactersOf(rootWith(subcommands, root, 1)) <= MOST_CHARACTERS;
}

function rootWith(
  options: readonly Subcommand[],
  { name, description, permissions }: Root,
  place: number,
): ApplicationCommand {
  return {
    type: ApplicationCommandType.ChatInput,
    name: place === 0 ? name : suffixed(name, `-${place + 1}`),
    description: shortDescription(description),
    options,
    default_member_permissions: permissions,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

function subcommandOf(command: Command): Subcommand {
  const options = commandOptions(command);
  if (options.length > MOST_OPTIONS)
    throw new Error(`${command.name} has more than ${MOST_OPTIONS} options.`);
  return {
    type: OptionType.Subcommand,
    name: command.name,
    description: shortDescription(command.description),
    options,
  };
}

function suffixed(name: string, suffix: string): string {
  return `${name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
}

/** As Discord counts: names, descriptions and values of a command, its options and their choices. */
function charactersOf({ name, description, options }: ApplicationCommand): number {
  const ofChoices = ({ choices = [] }: CommandOption) => choices.map((choice) => choice.name + choice.value);
  const texts = options.flatMap((subcommand) => [
    subcommand.name + subcommand.description,
    ...subcommand.options.flatMap((option) => [option.name + option.description, ...ofChoices(option)]),
  ]);
  return [name, description, ...texts].join('').length;
}
