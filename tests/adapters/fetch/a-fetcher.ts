import { createClock } from '../../../adapters/clock/system-clock.ts';
import { createFetcher, type FetcherOptions } from '../../../adapters/fetch/create-fetcher.ts';

/** Reads from this machine too, and does not pause. */
export function aFetcher(options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    version: '1.2.3',
    clock: createClock(),
    allow: ['127.0.0.1'],
    politePauseMs: 0,
    ...options,
  });
}

export function refusal(reason: string, retryAfterMs: number | null = null, isGone = false) {
  return { kind: 'refused', reason, retryAfterMs, isGone };
}
