import { pause } from '../connection/pause.ts';
import type { Called } from './call-slack.ts';

const ASK_EVERY_MS = 1_000;

/**
 * Told of every call. While the last one failed it asks Slack now and then, so that what is said of the connection does
 * not rest on one call of long ago.
 */
export function createApiWatch(
  ask: () => Promise<unknown>,
  signal: AbortSignal,
): (called: Called<unknown>) => void {
  let isFailing = false;
  let isAsking = false;

  async function askOn(): Promise<void> {
    isAsking = true;
    for (await pause(ASK_EVERY_MS, signal); isFailing && !signal.aborted; await pause(ASK_EVERY_MS, signal))
      await ask();
    isAsking = false;
  }

  return ({ kind }) => {
    isFailing = kind === 'unsure';
    if (isFailing && !isAsking) void askOn();
  };
}
