import type { App } from '@slack/bolt';
import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import type { Desk } from './desk.ts';
import {
  actionSchema,
  homeSchema,
  revokedSchema,
  type Sender,
  saidSchema,
  senderOf,
  slashSchema,
  workspaceOf,
} from './incoming.ts';
import { createSeenEvents } from './seen-events.ts';
import type { UnderWay } from './under-way.ts';

export interface ListenParts extends Pick<PlatformParts, 'leases' | 'processId' | 'clock' | 'logger'> {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly underWay: UnderWay;
}

/** Takes everything that Slack sends. What people wait for is acknowledged before anything else is done. */
export function listen(app: App, parts: ListenParts): void {
  const { desk, workspaces, underWay, logger } = parts;
  const isFirst = createSeenEvents(parts);

  /** When the socket was cut in between, Slack says that it failed; the answer comes all the same. */
  async function acknowledge(ack: () => Promise<void>): Promise<void> {
    await ack().catch((error: unknown) =>
      logger.warn('slack acknowledgement failed', { why: String(error) }),
    );
  }

  async function authorised(context: unknown, work: (sender: Sender) => Promise<void>): Promise<void> {
    const sender = senderOf(context);
    if (sender !== null) await underWay.run(() => work(sender));
  }

  async function said(body: unknown, context: unknown): Promise<void> {
    const heard = saidSchema.parse(body);
    const { user, subtype, bot_id, edited } = heard.event;
    const isByPerson = user !== undefined && bot_id === undefined;
    const isPlain = subtype === undefined && edited === undefined;
    if (!isByPerson || !isPlain) return;
    await authorised(context, async (sender) => {
      if (await isFirst(heard.event_id)) await desk.said(heard, sender);
    });
  }

  async function forget(context: unknown): Promise<void> {
    const workspaceId = workspaceOf(context);
    if (workspaceId !== null) await underWay.run(() => workspaces.forget(workspaceId));
  }

  app.command(/./, async ({ ack, body, context }) => {
    await acknowledge(ack);
    await authorised(context, (sender) => desk.slash(slashSchema.parse(body), sender));
  });
  app.action(/./, async ({ ack, body, context }) => {
    await acknowledge(ack);
    await authorised(context, (sender) => desk.pressed(actionSchema.parse(body), sender));
  });
  app.event('app_mention', ({ body, context }) => said(body, context));
  app.event('message', async ({ body, context, event }) => {
    if ('channel_type' in event && event.channel_type === 'im') await said(body, context);
  });
  app.event('app_home_opened', async ({ body, context, event }) => {
    if (event.tab === 'home')
      await authorised(context, (sender) => desk.home(homeSchema.parse(body), sender));
  });
  app.event('app_uninstalled', ({ context }) => forget(context));
  app.event('tokens_revoked', async ({ body, context }) => {
    const { tokens } = revokedSchema.parse(body).event;
    if ((tokens?.bot ?? []).length > 0) await forget(context);
  });
}
