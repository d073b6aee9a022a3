import type { InstallationStore } from '@slack/bolt';
import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import type { Tenancy } from '../slack-setup.ts';
import type { CallSlack, NotDone } from '../web-api/call-slack.ts';
import { createManyWorkspaces } from './many-workspaces.ts';
import { createOneWorkspace } from './one-workspace.ts';
import type { Workspaces } from './workspaces.ts';

export interface OpenedWorkspaces {
  readonly workspaces: Workspaces;
  /** Null where the bot serves one workspace. */
  readonly installationStore: InstallationStore | null;
  /** Whose token it is, where there is one token; null when that is known or need not be. */
  identify(): Promise<NotDone | null>;
}

export function openWorkspaces(
  tenancy: Tenancy,
  callSlack: CallSlack,
  parts: Pick<PlatformParts, 'installations' | 'clock' | 'logger'>,
): OpenedWorkspaces {
  if (tenancy.kind === 'one') {
    const workspace = createOneWorkspace(tenancy.botToken, callSlack);
    return { workspaces: workspace, installationStore: null, identify: workspace.identify };
  }
  const many = createManyWorkspaces({ ...parts, tokenKey: tenancy.tokenKey });
  return { workspaces: many, installationStore: many.installationStore, identify: async () => null };
}
