import { DiscordAPIError, REST } from 'discord.js';
import { UserError } from '../../../../src/errors.ts';
import { type DiscordAccount, otherApplication, tokenRefused } from '../account.ts';
import { words } from '../words.ts';
import { type CommandChanges, isUnchanged } from './compare-commands.ts';
import { type Publication, publishCommands } from './publish-commands.ts';

type Wanted = Omit<Publication, 'applicationId'>;

/** What was registered, for whoever asked for it at the command line. */
export async function callPublish(wanted: Wanted, account: DiscordAccount): Promise<string> {
  const { applicationId, apiUrl, token } = account;
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  const changes = await publishCommands({ ...wanted, applicationId }, rest).catch((error: unknown) => {
    throw explained(error, wanted);
  });
  const where = wanted.serverId === null ? words.everywhere : words.onServer(wanted.serverId);
  return isUnchanged(changes) ? words.unchanged(where) : `${words.published(where)}\n${listed(changes)}`;
}

function listed(changes: CommandChanges): string {
  return (['added', 'changed', 'removed'] as const)
    .filter((what) => changes[what].length > 0)
    .map((what) => `${words[what]}: ${changes[what].join(', ')}`)
    .join('\n');
}

function explained(error: unknown, { serverId }: Wanted): Error {
  if (!(error instanceof DiscordAPIError)) {
    return new UserError(words.notPublished(error instanceof Error ? error.message : String(error)));
  }
  if (error.status === 401) return tokenRefused();
  const isForbidden = error.status === 403 || error.status === 404;
  if (!isForbidden) return new UserError(words.notPublished(error.message));
  return serverId === null ? otherApplication(null) : new UserError(words.noAccess(serverId));
}
