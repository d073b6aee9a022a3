import { backOffMs, pause } from '../connection/pause.ts';
import type { NotDone } from '../web-api/call-slack.ts';

export interface IdentifyingParts {
  readonly identify: () => Promise<NotDone | null>;
  /** Told of what stands in the way; null once nothing does. */
  readonly onProblem: (problem: string | null) => void;
  readonly signal: AbortSignal;
}

/** Asks on and on whose token it is, until Slack says so; resolves with Slack's word when it refused the first time. */
export async function keepIdentifying({
  identify,
  onProblem,
  signal,
}: IdentifyingParts): Promise<string | null> {
  async function askOn(): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      await pause(backOffMs(failures), signal);
      const problem = await identify();
      onProblem(problem === null ? null : problemOf(problem));
      if (problem === null) return;
    }
  }

  const first = await identify();
  onProblem(first === null ? null : problemOf(first));
  if (first !== null) void askOn();
  return first?.kind === 'refused' ? first.code : null;
}

function problemOf(problem: NotDone): string {
  switch (problem.kind) {
    case 'refused':
      return problem.code;
    case 'limited':
      return 'it asks to wait';
    case 'unsure':
      return problem.problem;
  }
}
