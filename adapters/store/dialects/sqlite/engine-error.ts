import { TemporaryError } from '../../../../src/errors.ts';

/** Primary result codes of SQLite after which the same call may succeed later. See sqlite.org/rescode.html. */
const TEMPORARY: Readonly<Record<number, { readonly message: string; readonly retryAfterMs: number }>> = {
  5: { message: 'The database is busy: another process is writing to it.', retryAfterMs: 1_000 },
  6: { message: 'The database is locked.', retryAfterMs: 1_000 },
  8: {
    message: 'The database can only be read: its file or folder may not be written to.',
    retryAfterMs: 60_000,
  },
  10: { message: 'The disk of the database could not be read or written.', retryAfterMs: 60_000 },
  13: { message: 'The disk of the database is full.', retryAfterMs: 60_000 },
};

/** What the store throws for a failure of SQLite: worth trying again, or a bug as it is. */
export function engineError(error: unknown): unknown {
  const code = sqliteCodeOf(error);
  const temporary = code === null ? undefined : TEMPORARY[code];
  return temporary ? new TemporaryError(temporary.message, temporary.retryAfterMs, { cause: error }) : error;
}

/** The primary result code, without the extension in the higher bits; null when the error is not SQLite's. */
export function sqliteCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode % 256 : null;
}
