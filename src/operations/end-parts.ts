import type { Clock } from '../ports/clock.ts';

/** One part of the bot, or several that end side by side. */
export interface Ending {
  readonly name: string;
  end(): Promise<unknown>;
}

export interface EndingStep {
  readonly endings: readonly Ending[];
  /** Counted from the beginning of the first step; what has not ended by then is left behind. */
  readonly untilMs: number;
}

/**
 * Ends parts step by step, those of one step side by side. One that hangs or fails holds up no other: resolves, in any
 * case, with the names of those that did not end.
 */
export async function endParts(
  steps: readonly EndingStep[],
  clock: Pick<Clock, 'now' | 'wait'>,
): Promise<readonly string[]> {
  const startedAt = clock.now();
  const left: string[] = [];
  for (const { endings, untilMs } of steps) {
    const late = clock.wait(Math.max(startedAt + untilMs - clock.now(), 0)).then(() => false);
    const outcomes = await Promise.all(endings.map((ending) => Promise.race([ended(ending), late])));
    left.push(...endings.filter((_, at) => outcomes[at] === false).map(({ name }) => name));
  }
  return left;
}

async function ended({ end }: Ending): Promise<boolean> {
  try {
    await end();
    return true;
  } catch {
    return false;
  }
}
