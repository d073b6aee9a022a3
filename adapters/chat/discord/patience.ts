/** How long Discord is waited for, and how much it may refuse. */
export interface Patience {
  /** One request. */
  readonly requestTimeoutMs: number;
  /** One try to acknowledge an interaction; two have to fit into the three seconds that Discord gives. */
  readonly acknowledgeTimeoutMs: number;
  /** Suggestions for an option; they have to be there within three seconds, too. */
  readonly completeTimeoutMs: number;
  /** Before an answer is edited in again; doubled with every try. */
  readonly retryMs: number;
  /** Before the first connection is tried again; doubled with every try, up to a minute. */
  readonly reconnectMs: number;
  /** The first connection; after it the program goes on and the adapter keeps trying. */
  readonly startMs: number;
  /** Answers under way when the bot stops. */
  readonly stopMs: number;
  /** How long a shard is this process's without having been renewed; another one takes it over after that. */
  readonly leaseMs: number;
  /** Between two renewals, and before another shard is taken: Discord wants five seconds between two of them. */
  readonly renewMs: number;
  /** Refused requests (401, 403, 429) in ten minutes; Discord bans an address at 10,000. */
  readonly mostRefused: number;
}

export const PATIENCE: Patience = Object.freeze({
  requestTimeoutMs: 10_000,
  acknowledgeTimeoutMs: 1_300,
  completeTimeoutMs: 2_000,
  retryMs: 300,
  reconnectMs: 1_000,
  startMs: 10_000,
  stopMs: 4_000,
  leaseMs: 20_000,
  renewMs: 5_000,
  mostRefused: 4_000,
});
