import type { Authorize } from '@slack/bolt';
import { workspaceIdOf } from '../slack-address.ts';
import type { Workspaces } from './workspaces.ts';

/** Finds the token for what comes in. What comes from a workspace that the bot does not serve is refused. */
export function authorizeBy(workspaces: Workspaces): Authorize<boolean> {
  return async (source) => {
    const workspaceId = workspaceIdOf(source);
    const access = workspaceId === null ? null : await workspaces.access(workspaceId);
    if (access?.kind !== 'open') {
      throw new Error(`no token for workspace ${workspaceId ?? '(not named)'}: ${access?.kind ?? 'none'}`);
    }
    return {
      botToken: access.token,
      ...(access.botUserId === null ? {} : { botUserId: access.botUserId }),
      ...(access.botId === null ? {} : { botId: access.botId }),
    };
  };
}
