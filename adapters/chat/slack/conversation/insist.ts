import { backOffMs, pause } from '../connection/pause.ts';
import type { Called } from '../web-api/call-slack.ts';

const MOST_TRIES = 20;

/** Repeats a call that Slack limits, or leaves open, for up to about a minute. Only for what may be done twice. */
export async function insist<Value>(
  call: () => Promise<Called<Value>>,
  signal: AbortSignal,
): Promise<Called<Value>> {
  for (let tries = 1; ; tries += 1) {
    const called = await call();
    if (called.kind === 'done' || called.kind === 'refused') return called;
    if (tries === MOST_TRIES || signal.aborted) return called;
    await pause(called.kind === 'limited' ? called.retryAfterMs : backOffMs(tries), signal);
  }
}
