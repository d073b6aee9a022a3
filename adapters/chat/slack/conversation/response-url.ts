import type { Clock } from '../../../../src/ports/clock.ts';
import { backOffMs, pause } from '../connection/pause.ts';
import { CALL_TIMEOUT_MS } from '../web-api/call-slack.ts';

export interface ResponseUrlParts {
  readonly clock: Pick<Clock, 'now'>;
  /** Nothing is tried again after it. */
  readonly signal: AbortSignal;
}

/** Slack takes so many answers to one command or press of a button, and for so long. */
const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

type Posted =
  | { readonly kind: 'shown' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'again'; readonly retryAfterMs: number | null };

/** The address that came with a command. Both say whether Slack took it; false when it takes no more. */
export interface ResponseUrl {
  /** What is not worth waiting for. */
  tryOnce(body: object): Promise<boolean>;
  /** Tries again what fails in passing, as long as the address is good. */
  post(body: object): Promise<boolean>;
}

export function createResponseUrl(url: string, { clock, signal }: ResponseUrlParts): ResponseUrl {
  const until = clock.now() + LIFE_MS;
  let uses = 0;

  const isGood = () => uses < MOST_USES && clock.now() < until && !signal.aborted;

  async function attempt(body: object): Promise<Posted> {
    const posted = await postOnce(url, body);
    if (posted.kind === 'shown') uses += 1;
    return posted;
  }

  return {
    tryOnce: async (body) => isGood() && (await attempt(body)).kind === 'shown',
    async post(body) {
      for (let failures = 1; isGood(); failures += 1) {
        const posted = await attempt(body);
        if (posted.kind !== 'again') return posted.kind === 'shown';
        await pause(posted.retryAfterMs ?? backOffMs(failures), signal);
      }
      return false;
    },
  };
}

async function postOnce(url: string, body: object): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    if (answer.ok) return { kind: 'shown' };
    const isPassing = answer.status === 429 || answer.status >= 500;
    return isPassing ? { kind: 'again', retryAfterMs: retryAfterMs(answer) } : { kind: 'refused' };
  } catch {
    return { kind: 'again', retryAfterMs: null };
  }
}

function retryAfterMs(answer: Response): number | null {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
