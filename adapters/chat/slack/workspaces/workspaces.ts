/** What lets the bot act in a workspace. */
export type Access =
  | {
      readonly kind: 'open';
      readonly token: string;
      readonly botUserId: string | null;
      readonly botId: string | null;
    }
  /** The bot is not installed there, or not any more. */
  | { readonly kind: 'none' }
  /** It cannot be told now. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly retryAfterMs: number };

/** The workspaces that the bot serves, by team or organisation. */
export interface Workspaces {
  access(workspaceId: string): Promise<Access>;
  /** The bot was thrown out there. */
  forget(workspaceId: string): Promise<void>;
}
