import type { Instant } from '../../src/domain/identity.ts';
import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { type HeaderValues, retryAfterMs } from './cache-headers.ts';
import { ForbiddenPlace } from './guarded-connector.ts';

type Refusal = Extract<FetchOutcome, { kind: 'refused' }>;

const FIVE_MINUTES_MS = 300_000;
const FIFTEEN_MINUTES_MS = 900_000;
const DAY_MS = 86_400_000;

const GONE = 410;
const SENTENCES: Readonly<Record<number, string>> = {
  401: 'the server asks for a password (401); only pages that are open to everybody are read',
  403: 'the server does not let programs read this page (403); its owner may allow it',
  404: 'there is no page at this address (404); check the address',
  410: 'the page is gone for good (410)',
  429: 'the server asks for fewer requests (429)',
};

/** What a failure below HTTP is called, by its code. */
const NETWORK_SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name; check the address',
  EAI_AGAIN: 'the name of the host cannot be looked up at present',
  ECONNREFUSED: 'the host refuses connections',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  UND_ERR_SOCKET: 'the answer broke off before its end',
  ECONNRESET: 'the answer broke off before its end',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as the server says',
};

const CERTIFICATE_CODE = /CERT|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)|ALTNAME|CRL_/;
const INFLATION_CODE = /^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ZSTD_|ERR_ZSTD)/;

export function refused(reason: string, retryAfterMs: number | null = null): Refusal {
  return { kind: 'refused', reason, retryAfterMs, isGone: false };
}

/** A server's answer that is not a page. Without a word of the server's, only what may pass by itself is tried again. */
export function refusedByServer(status: number, headers: HeaderValues, nowAt: Instant): Refusal {
  const isPassing = status === 408 || status === 425 || status === 429 || status >= 500;
  const mayAskForTime = isPassing || status === 403;
  const askedMs = mayAskForTime ? retryAfterMs(headers, nowAt) : null;
  const reason = SENTENCES[status] ?? (isPassing ? inTrouble(status) : `the server answered ${status}`);
  return {
    ...refused(reason, askedMs ?? (isPassing ? FIFTEEN_MINUTES_MS : null)),
    isGone: status === GONE,
  };
}

function inTrouble(status: number): string {
  return `the server is in trouble (${status}); it will be asked again later`;
}

/** What went wrong below HTTP, as one sentence. */
export function refusedByNetwork(error: unknown, deadlineMs: number): Refusal {
  const chain = causesOf(error);
  const forbidden = chain.find((cause) => cause instanceof ForbiddenPlace);
  if (forbidden !== undefined) return refused(forbidden.message);
  if (chain.some(({ name }) => name === 'TimeoutError')) {
    return refused(`no complete answer within ${deadlineMs / 1000} s`, FIVE_MINUTES_MS);
  }
  const codes = chain.map((cause) => ('code' in cause ? String(cause.code) : ''));
  if (codes.some((code) => CERTIFICATE_CODE.test(code))) {
    return refused('the certificate of the server is not valid; its owner has to renew it', DAY_MS);
  }
  if (codes.some((code) => INFLATION_CODE.test(code))) {
    return refused('the compressed answer cannot be unpacked', FIFTEEN_MINUTES_MS);
  }
  const known = codes.map((code) => NETWORK_SENTENCES[code]).find((sentence) => sentence !== undefined);
  return refused(known ?? `the connection failed: ${chain.at(-1)?.message ?? error}`, FIVE_MINUTES_MS);
}

/** The error and what caused it, outermost first; several connection attempts fail together in one error. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...inner, ...causesOf(error.cause)];
}
