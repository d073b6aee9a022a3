import { setTimeout as delay } from 'node:timers/promises';

const SHORTEST_MS = 200;
const LONGEST_MS = 3_000;

/** Waits, or less when the signal says that it is over. */
export async function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  await delay(delayMs, undefined, { signal }).catch(() => undefined);
}

/** How long to wait after so many failures in a row: none after none, then twice as long each time, at most 3 s. */
export function backOffMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (failures - 1));
}
