import { type REST, Routes } from 'discord.js';
import type { Command } from '../../../../src/ports/command.ts';
import { applicationCommands } from './application-commands.ts';
import { type CommandChanges, compareCommands, isUnchanged } from './compare-commands.ts';

export interface Publication {
  readonly commands: readonly Command[];
  readonly rootCommand: string;
  readonly applicationId: string;
  /** Of one server; null for everywhere. */
  readonly serverId: string | null;
}

/** Registers the commands where they differ from what is registered: Discord allows 200 new ones a day. */
export async function publishCommands(wanted: Publication, rest: REST): Promise<CommandChanges> {
  const { applicationId, serverId } = wanted;
  const route =
    serverId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, serverId);
  const registered = applicationCommands(wanted);
  const changes = compareCommands(registered, await rest.get(route));
  if (!isUnchanged(changes)) await rest.put(route, { body: registered });
  return changes;
}
