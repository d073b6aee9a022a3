import { z } from 'zod';
import { workspaceIdOf } from '../slack-address.ts';

/** What the SDK found out about who sent something. */
const contextSchema = z
  .object({
    botToken: z.string().optional(),
    teamId: z.string().optional(),
    enterpriseId: z.string().optional(),
    isEnterpriseInstall: z.boolean(),
  })
  .transform((said) => ({ workspaceId: workspaceIdOf(said), token: said.botToken ?? null }));

export interface Sender {
  readonly workspaceId: string;
  /** The token of the bot in that workspace. */
  readonly token: string;
}

/** Null where something was not authorised. */
export function senderOf(context: unknown): Sender | null {
  const { workspaceId, token } = contextSchema.parse(context);
  return workspaceId === null || token === null ? null : { workspaceId, token };
}

/** Of what was not authorised, such as the news that the bot was thrown out. */
export function workspaceOf(context: unknown): string | null {
  return contextSchema.parse(context).workspaceId;
}

export const slashSchema = z.object({
  text: z.string().optional().default(''),
  channel_id: z.string(),
  user_id: z.string(),
  response_url: z.string(),
});

const pressSchema = z.object({
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

export const actionSchema = z.object({
  user: z.object({ id: z.string() }),
  /** Missing where the button is on the bot's own page. */
  channel: z.object({ id: z.string() }).optional(),
  response_url: z.string().optional(),
  container: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([pressSchema], pressSchema),
});

export const saidSchema = z.object({
  event_id: z.string(),
  event: z.object({
    user: z.string().optional(),
    text: z.string().optional().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
    channel: z.string(),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    edited: z.unknown().optional(),
  }),
});

export const homeSchema = z.object({
  event_id: z.string(),
  event: z.object({ user: z.string(), tab: z.string().optional() }),
});

export const revokedSchema = z.object({
  event: z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }).optional() }),
});
