import { TemporaryError, UserError } from '../../../../src/errors.ts';

interface Temporary {
  readonly message: string;
  readonly retryAfterMs: number;
}

const LOST = { message: 'The connection to the database was lost.', retryAfterMs: 2_000 };
const BUSY = { message: 'The database is busy: other processes are writing to it.', retryAfterMs: 1_000 };
const FULL = { message: 'The disk of the database is full.', retryAfterMs: 60_000 };

/** SQLSTATE codes and classes after which the same call may succeed later; see appendix A of PostgreSQL's manual. */
const TEMPORARY: Readonly<Record<string, Temporary>> = {
  '08': LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': { message: 'The database server is starting or stopping.', retryAfterMs: 5_000 },
  '57014': BUSY,
  '25P03': LOST,
  '25006': { message: 'The database can only be read at the moment.', retryAfterMs: 60_000 },
  '40001': BUSY,
  '40P01': BUSY,
  '55P03': BUSY,
  '53100': FULL,
  '53300': { message: 'The database takes no more connections.', retryAfterMs: 5_000 },
  '53': { message: 'The database server is short of resources.', retryAfterMs: 10_000 },
  '58030': { message: 'The disk of the database could not be read or written.', retryAfterMs: 60_000 },
};

/** What no second attempt mends: somebody has to change the address or the server. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'The database refused the password: look at the user and password in DATABASE_URL.',
  '28000': 'The database refused the user: look at the user in DATABASE_URL and at what the server allows.',
  '3D000': 'The database does not exist: create it, or look at its name in DATABASE_URL.',
  '42501':
    'The user of the database may not do that: it needs to own the tables, or to be allowed to create them.',
};

/** Of the operating system, before there is a connection or when it breaks. */
const NO_CONNECTION = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
];
const BROKEN =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/;

/** What the store throws for a failure of PostgreSQL: worth trying again, for the operator to mend, or a bug as it is. */
export function engineError(error: unknown): unknown {
  const code = codeOf(error);
  const refusal = REFUSALS[code];
  if (refusal !== undefined) return new UserError(refusal, { cause: error });
  const temporary = TEMPORARY[code] ?? TEMPORARY[code.slice(0, 2)] ?? connectionLoss(error, code);
  return temporary ? new TemporaryError(temporary.message, temporary.retryAfterMs, { cause: error }) : error;
}

function connectionLoss(error: unknown, code: string): Temporary | null {
  if (NO_CONNECTION.includes(code)) return { ...LOST, message: 'The database server cannot be reached.' };
  return error instanceof Error && BROKEN.test(error.message) ? LOST : null;
}

/** A name with several addresses fails with one error an address. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
