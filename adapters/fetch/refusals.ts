import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { ForbiddenAddress } from './guarded-lookup.ts';

type Refusal = Extract<FetchOutcome, { kind: 'refused' }>;

const FIVE_MINUTES_MS = 300_000;
const FIFTEEN_MINUTES_MS = 900_000;
const DAY_MS = 86_400_000;

export function refused(reason: string, retryAfterMs: number | null = null): Refusal {
  return { kind: 'refused', reason, retryAfterMs, isGone: false };
}

/** A server's answer that is not a page. `Retry-After` may be seconds or a date, which is read by the server's clock. */
export function refusedByServer(status: number, headers: { get(name: string): string | null }): Refusal {
  const isPassing = status === 408 || status === 425 || status === 429 || status >= 500;
  const retryAfterMs = isPassing ? (retryAfterOf(headers) ?? FIFTEEN_MINUTES_MS) : null;
  return refused(`the server answered ${status}`, retryAfterMs);
}

/** What went wrong below HTTP, as one sentence. */
export function refusedByNetwork(error: unknown, deadlineMs: number): Refusal {
  const chain = causesOf(error);
  const forbidden = chain.find((cause) => cause instanceof ForbiddenAddress);
  if (forbidden !== undefined) return refused(`not on the public internet: ${forbidden.message}`);
  if (chain.some(({ name }) => name === 'TimeoutError')) {
    return refused(`no complete answer within ${deadlineMs / 1000} s`, FIVE_MINUTES_MS);
  }
  const codes = chain.map((cause) => ('code' in cause ? String(cause.code) : ''));
  if (codes.includes('ENOTFOUND')) return refused('there is no host of that name', FIVE_MINUTES_MS);
  if (codes.includes('ECONNREFUSED')) return refused('the host refuses connections', FIVE_MINUTES_MS);
  return refused(`the connection failed: ${chain.at(-1)?.message ?? error}`, FIVE_MINUTES_MS);
}

function retryAfterOf(headers: { get(name: string): string | null }): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, DAY_MS);
  const waitMs = Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), DAY_MS);
}

/** The error and what caused it, outermost first; several connection attempts fail together in one error. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...inner, ...causesOf(error.cause)];
}
