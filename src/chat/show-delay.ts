import type { Words } from '../locales/words.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A delay in the largest fitting unit, rounded up, so that nobody comes back too early. */
export function showDelay(delayMs: number, words: Words['chat']): string {
  if (delayMs <= MINUTE_MS) return words.seconds(Math.max(1, Math.ceil(delayMs / SECOND_MS)));
  if (delayMs <= HOUR_MS) return words.minutes(Math.ceil(delayMs / MINUTE_MS));
  return words.hours(Math.ceil(delayMs / HOUR_MS));
}
