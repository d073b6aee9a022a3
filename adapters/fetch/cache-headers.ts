import type { Instant } from '../../src/domain/identity.ts';

export interface HeaderValues {
  get(name: string): string | null;
}

const WEEK_MS = 604_800_000;

/**
 * How long an answer is fresh (RFC 9111, for a cache of one reader, so `s-maxage` is not ours); null when the headers do
 * not say. Dates are read by the server's clock when it tells the time, so that a wrong clock does not matter.
 */
export function freshForMs(headers: HeaderValues, nowAt: Instant): number | null {
  const directives = directivesOf(headers.get('cache-control') ?? '');
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const maxAge = directives.get('max-age') ?? '';
  if (/^\d+$/.test(maxAge)) {
    const age = Number(/^\s*(\d+)/.exec(headers.get('age') ?? '')?.[1] ?? 0);
    return withinAWeek((Number(maxAge) - age) * 1000);
  }
  const expires = headers.get('expires');
  return expires === null ? null : (untilMs(expires, headers, nowAt) ?? 0);
}

/** How long the server wants to be left alone: seconds, or until a date. Null when it does not say or cannot be read. */
export function retryAfterMs(headers: HeaderValues, nowAt: Instant): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  return /^\d+$/.test(value) ? withinAWeek(Number(value) * 1000) : untilMs(value, headers, nowAt);
}

function untilMs(date: string, headers: HeaderValues, nowAt: Instant): number | null {
  const untilAt = /[a-z]/i.test(date) ? Date.parse(date) : Number.NaN;
  const serverAt = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(untilAt) ? null : withinAWeek(untilAt - (Number.isNaN(serverAt) ? nowAt : serverAt));
}

function withinAWeek(durationMs: number): number {
  return Math.min(Math.max(durationMs, 0), WEEK_MS);
}

function directivesOf(cacheControl: string): ReadonlyMap<string, string> {
  const pairs = cacheControl.split(',').map((directive) => {
    const [name = '', value = ''] = directive.split('=');
    return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')] as const;
  });
  return new Map(pairs);
}
