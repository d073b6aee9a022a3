import { type Channel, directChannel } from '../../../src/domain/subscription.ts';

export const PLATFORM = 'slack';

/** What a channel's id says: a conversation of a workspace, or the direct messages of a person in it. */
export type SlackAddress =
  | { readonly kind: 'conversation'; readonly workspaceId: string; readonly conversationId: string }
  | { readonly kind: 'person'; readonly workspaceId: string; readonly userId: string };

/** A person's id; Slack's own is unique in a workspace only. */
export function personId(workspaceId: string, userId: string): string {
  return `${workspaceId}/${userId}`;
}

/**
 * The channel of a conversation. Any that Slack counts as direct, and the bot's own page, stand for the person's direct
 * messages with the bot.
 */
export function channelOf(workspaceId: string, conversationId: string | null, userId: string): Channel {
  if (isDirect(conversationId)) return directChannel(PLATFORM, personId(workspaceId, userId));
  return { platform: PLATFORM, id: `${workspaceId}/${conversationId}` };
}

/** Null is the bot's own page. */
export function isDirect(conversationId: string | null): conversationId is null | `D${string}` {
  return conversationId === null || conversationId.startsWith('D');
}

/** Null for a channel that cannot be one of Slack. */
export function addressOf({ platform, id }: Channel): SlackAddress | null {
  const [, at, workspaceId, own] = /^(@?)([A-Z0-9]+)\/([A-Z0-9]+)$/.exec(id) ?? [];
  if (platform !== PLATFORM || workspaceId === undefined || own === undefined) return null;
  return at === '@'
    ? { kind: 'person', workspaceId, userId: own }
    : { kind: 'conversation', workspaceId, conversationId: own };
}

/** Whose token a thing belongs to: the organisation's where the bot was installed for all of it, else the workspace's. */
export function workspaceIdOf(source: {
  readonly isEnterpriseInstall?: boolean | undefined;
  readonly enterpriseId?: string | undefined;
  readonly teamId?: string | undefined;
}): string | null {
  const organisation = source.isEnterpriseInstall === true ? source.enterpriseId : undefined;
  return organisation ?? source.teamId ?? null;
}
