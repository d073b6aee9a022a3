import type { Installation, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import { UserError } from '../../../../src/errors.ts';
import type { InstallationStore as StoredInstallations } from '../../../../src/ports/channel-stores.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { PLATFORM, workspaceIdOf } from '../slack-address.ts';
import { openText, sealText } from './seal-text.ts';
import type { Access, Workspaces } from './workspaces.ts';

export interface ManyOptions {
  readonly tokenKey: string;
  readonly installations: StoredInstallations;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

export interface ManyWorkspaces extends Workspaces {
  /** Where the SDK puts what it gets when somebody installs the bot. */
  readonly installationStore: InstallationStore;
}

const UNREADABLE: Access = Object.freeze({
  kind: 'unknown',
  reason: 'The stored token cannot be read with SLACK_TOKEN_KEY.',
  retryAfterMs: 600_000,
});

const botSchema = z.object({ bot: z.object({ token: z.string(), userId: z.string(), id: z.string() }) });

/** Every workspace or organisation that installed the bot; its token is stored encrypted and read for each use. */
export function createManyWorkspaces({
  tokenKey,
  installations,
  clock,
  logger,
}: ManyOptions): ManyWorkspaces {
  async function store(installation: Installation): Promise<void> {
    const workspaceId = ownerOf(installation);
    const sealed = sealText(JSON.stringify(installation), tokenKey, ownerName(workspaceId));
    await installations.save({ platform: PLATFORM, workspaceId, sealed, installedAt: clock.now() });
    logger.info('slack workspace installed', { workspace: workspaceId });
  }

  async function access(workspaceId: string): Promise<Access> {
    const found = await installations.get(PLATFORM, workspaceId);
    if (found === null) return { kind: 'none' };
    const text = openText(found.sealed, tokenKey, ownerName(workspaceId));
    const read = text === null ? null : botSchema.safeParse(JSON.parse(text));
    if (read?.success === true) {
      const { token, userId, id } = read.data.bot;
      return { kind: 'open', token, botUserId: userId, botId: id };
    }
    logger.warn('slack installation unreadable', { workspace: workspaceId });
    return UNREADABLE;
  }

  async function forget(workspaceId: string): Promise<void> {
    const isRemoved = await installations.remove(PLATFORM, workspaceId);
    logger.info('slack workspace gone', { workspace: workspaceId, wasKnown: isRemoved });
  }

  return { access, forget, installationStore: { storeInstallation: store, fetchInstallation: neverRead } };
}

/** A sealed installation opens in its own row only. */
function ownerName(workspaceId: string): string {
  return `${PLATFORM}/${workspaceId}`;
}

function ownerOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const workspaceId = workspaceIdOf({ isEnterpriseInstall, enterpriseId: enterprise?.id, teamId: team?.id });
  if (workspaceId === null) throw new UserError('Slack named neither a workspace nor an organisation.');
  return workspaceId;
}

/** Events are authorised by `access`; the SDK only stores. */
async function neverRead(): Promise<never> {
  throw new Error('installations are not read through the SDK');
}
