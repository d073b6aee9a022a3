import type { Instant } from '../domain/identity.ts';

/** Time comes only from here. */
export interface Clock {
  now(): Instant;
  /**
   * Calls `beat` at the start of every minute until the returned function is called. Beats never overlap: a beat that
   * is still running when the next is due swallows it.
   */
  everyMinute(beat: () => Promise<void>): () => void;
  /** Resolves after `delayMs`; by itself it does not keep the process running. */
  wait(delayMs: number): Promise<void>;
}
