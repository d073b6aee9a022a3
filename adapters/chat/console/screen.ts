import type { Writable } from 'node:stream';

/** What to say to a line; null when there is nothing to say. */
export type Answer = (line: string) => Promise<string | null>;

/** Where lines come from and answers go: a prompt, or the two ends of a pipe. */
export interface Screen {
  /** Hands over one line after another; the next only when the answer to the last is written. */
  start(answer: Answer): Promise<void>;
  /** Writes something without disturbing what is being typed. Rejects when nobody can read it any more. */
  write(text: string): Promise<void>;
  /** Takes no more lines. */
  end(): void;
  /** Takes no more lines; resolves when the answer under way is written. */
  stop(): Promise<void>;
}

/** Resolves when the stream has taken the text. */
export function writeTo(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
