export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One line a use case, at its end, with the facts. Secrets never go in. */
export interface Logger {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** A bug or a failed job; `error` keeps its stack. */
  error(event: string, error: unknown, facts?: LogFacts): void;
}
