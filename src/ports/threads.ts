/** Runs heavy work in another thread, so that the bot goes on answering. */
export interface Threads {
  /**
   * Calls the function that `module` exports as `name` with `input`; input and result must survive structured cloning.
   * It is ended, and `TemporaryError` thrown, when it takes longer than `deadlineMs`; what the function throws comes back
   * as an `Error` with its message.
   */
  call(module: URL, name: string, input: unknown, deadlineMs: number): Promise<unknown>;
  /** Ends what runs; `call` fails from then on. */
  close(): Promise<void>;
}
