/** Through which Slack reaches the bot. */
export interface Connection {
  /** Slack's word for what was wrong at the first attempt; null when nothing was. */
  readonly problem: string | null;
  /** Nothing comes in any more. */
  close(): Promise<void>;
}

/** How many of its ways in are open, such as sockets, and how many should be. */
export interface Ways {
  readonly openWays: number;
  readonly wantedWays: number;
}
