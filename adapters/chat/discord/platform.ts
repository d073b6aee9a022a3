import { parseArgs } from 'node:util';
import { UserError } from '../../../src/errors.ts';
import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import { missingAccount, readAccount } from './account.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

export const discord = {
  settings,
  calls: [
    {
      name: 'publish',
      parameters: '[--server ID]',
      description: 'Register the commands on Discord, everywhere or on one server, where they differ',
    },
  ],
  async open(values, { rootCommand, clock, logger, leases, processId }) {
    const { shards } = values;
    const account = readAccount(values);
    if (account === null && shards > 1) throw missingAccount();
    if (account === null) return null;
    const { createDiscordAdapter } = await import('./discord-adapter.ts');
    return createDiscordAdapter({ account, shards, rootCommand, clock, logger, leases, processId });
  },
  async call(name, parameters, values, { commands, rootCommand }) {
    const serverId = name === 'publish' ? readServer(parameters) : undefined;
    if (serverId === undefined) throw new UserError(words.usage);
    const account = readAccount(values);
    if (account === null) throw missingAccount();
    const { callPublish } = await import('./registration/call-publish.ts');
    return callPublish({ commands, rootCommand, serverId }, account);
  },
} satisfies ChatPlatform<typeof settings>;

/** Null for everywhere; undefined when the parameters are not understood. */
function readServer(parameters: readonly string[]): string | null | undefined {
  try {
    const { values } = parseArgs({ args: [...parameters], options: { server: { type: 'string' } } });
    if (values.server === undefined) return null;
    return /^\d{17,20}$/.test(values.server) ? values.server : undefined;
  } catch {
    return undefined;
  }
}
