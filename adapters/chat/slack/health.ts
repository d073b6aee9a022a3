import type { AdapterHealth } from '../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { PLATFORM } from './slack-address.ts';
import { isDeadToken } from './web-api/auth-codes.ts';
import type { Called } from './web-api/call-slack.ts';

/** What is known of the connection, gathered from whoever sees it. */
interface Signs {
  readonly isStarted: boolean;
  /** Ways in that are open, such as sockets, and how many there should be. */
  readonly openWays: number;
  readonly wantedWays: number;
  /** Why the workspace of the bot's token is not known yet; null when it is, or need not be. */
  readonly unknownWorkspace: string | null;
  /** What was wrong with the last call of the Web API; null when nothing was. */
  readonly callProblem: string | null;
}

export interface Health {
  read(): AdapterHealth;
  note(signs: Partial<Signs>): void;
  /** The last call tells whether the Web API can be reached. With one workspace a dead token is a problem, too. */
  noteCall(called: Called<unknown>): void;
}

const NOT_STARTED: Signs = Object.freeze({
  isStarted: false,
  openWays: 0,
  wantedWays: 0,
  unknownWorkspace: null,
  callProblem: null,
});

type Verdict = Pick<AdapterHealth, 'state' | 'detail'>;

export function createHealth(clock: Pick<Clock, 'now'>, hasOneWorkspace: boolean): Health {
  let signs = NOT_STARTED;
  let verdict = verdictOf(signs);
  let since = clock.now();

  function note(news: Partial<Signs>): void {
    signs = news.isStarted === false ? NOT_STARTED : { ...signs, ...news };
    const next = verdictOf(signs);
    if (next.state !== verdict.state) since = clock.now();
    verdict = next;
  }

  return {
    read: () => ({ platform: PLATFORM, ...verdict, since }),
    note,
    noteCall(called) {
      if (called.kind === 'unsure') note({ callProblem: called.problem });
      else if (called.kind === 'refused' && hasOneWorkspace && isDeadToken(called.code)) {
        note({ callProblem: called.code });
      } else note({ callProblem: null });
    },
  };
}

function verdictOf({ isStarted, openWays, wantedWays, unknownWorkspace, callProblem }: Signs): Verdict {
  if (!isStarted) return { state: 'down', detail: 'It is not started.' };
  if (unknownWorkspace !== null) {
    return { state: 'down', detail: `Slack has not confirmed the bot's token yet: ${unknownWorkspace}.` };
  }
  if (openWays === 0)
    return { state: 'down', detail: 'There is no connection through which Slack could reach it.' };
  if (openWays < wantedWays) {
    return { state: 'degraded', detail: `${openWays} of ${wantedWays} connections to Slack are open.` };
  }
  if (callProblem !== null)
    return { state: 'degraded', detail: `The last call to Slack failed: ${callProblem}.` };
  return { state: 'connected', detail: null };
}
