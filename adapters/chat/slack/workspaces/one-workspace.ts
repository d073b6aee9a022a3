import { z } from 'zod';
import { workspaceIdOf } from '../slack-address.ts';
import type { CallSlack, NotDone } from '../web-api/call-slack.ts';
import type { Workspaces } from './workspaces.ts';

export interface OneWorkspace extends Workspaces {
  /** Asks Slack whose token it is, unless that is known; null once it is. */
  identify(): Promise<NotDone | null>;
}

interface Identity {
  readonly workspaceId: string | null;
  readonly botUserId: string;
  readonly botId: string | null;
}

const RETRY_AFTER_MS = 30_000;

const identitySchema = z
  .object({
    team_id: z.string(),
    user_id: z.string(),
    bot_id: z.string().optional(),
    enterprise_id: z.string().nullish(),
    is_enterprise_install: z.boolean().optional(),
  })
  .transform(
    (said): Identity => ({
      workspaceId: workspaceIdOf({
        isEnterpriseInstall: said.is_enterprise_install,
        enterpriseId: said.enterprise_id ?? undefined,
        teamId: said.team_id,
      }),
      botUserId: said.user_id,
      botId: said.bot_id ?? null,
    }),
  );

/** The workspace of one token. Nothing of another workspace is taken or sent with it. */
export function createOneWorkspace(token: string, callSlack: CallSlack): OneWorkspace {
  let identity: Identity | null = null;
  let asking: Promise<NotDone | null> | null = null;

  async function ask(): Promise<NotDone | null> {
    const called = await callSlack({ token, method: 'auth.test', schema: identitySchema });
    if (called.kind !== 'done') return called;
    identity = called.value;
    return null;
  }

  /** Many may want to know at once. */
  async function identify(): Promise<NotDone | null> {
    if (identity !== null) return null;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    identify,
    async access(workspaceId) {
      await identify();
      if (identity === null) {
        return {
          kind: 'unknown',
          reason: 'Slack has not confirmed the token yet.',
          retryAfterMs: RETRY_AFTER_MS,
        };
      }
      const { botUserId, botId } = identity;
      return identity.workspaceId === workspaceId
        ? { kind: 'open', token, botUserId, botId }
        : { kind: 'none' };
    },
    /** The token stays in the settings; only a person can take it out there. */
    async forget() {},
  };
}
