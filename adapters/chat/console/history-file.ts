import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Lines kept from one session to the next. */
export const HISTORY_LINES = 500;

export interface HistoryFile {
  /** Newest first; empty when there is no file yet. */
  read(): Promise<string[]>;
  /** Replaces what is kept by these lines, newest first. A file that cannot be written costs only the history. */
  save(lines: readonly string[]): void;
  /** Resolves when everything is written. */
  finish(): Promise<void>;
}

/** What was typed, oldest first, one line each, readable by its owner only. Null keeps nothing. */
export function createHistoryFile(file: string | null): HistoryFile {
  let writing = Promise.resolve();
  return {
    read: async () => (file === null ? [] : linesOf(await readFile(file, 'utf8').catch(() => ''))),
    save(lines) {
      const kept = lines.slice(0, HISTORY_LINES);
      if (file !== null) writing = writing.then(() => write(file, kept)).catch(() => undefined);
    },
    finish: () => writing,
  };
}

async function write(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${lines.toReversed().join('\n')}\n`, { mode: 0o600 });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .toReversed();
}
