import { pause } from '../connection/pause.ts';

/** Work that must not be cut off when the adapter stops. */
export interface UnderWay {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way any more, or after `atMostMs`. */
  settled(atMostMs: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>();

  async function allDone(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }

  return {
    async run(work) {
      const result = work();
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async settled(atMostMs) {
      const waiting = new AbortController();
      await Promise.race([allDone(), pause(atMostMs, waiting.signal)]);
      waiting.abort();
    },
  };
}
