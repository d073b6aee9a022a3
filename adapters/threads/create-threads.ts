import { Worker } from 'node:worker_threads';
import { TemporaryError } from '../../src/errors.ts';
import type { Threads } from '../../src/ports/threads.ts';
import type { Outcome, Task } from './task.ts';

const WORKER = new URL('./run-task.ts', import.meta.url);
/** For one thread; what a limited input can come to fits well. */
const MOST_MEMORY_MIB = 512;
const MINUTE_MS = 60_000;

/** A thread for each call: calls are rare, and one that is ended takes nothing else along. */
export function createThreads(): Threads {
  const running = new Set<Worker>();
  let isClosed = false;

  return {
    async call(module, name, input, deadlineMs) {
      if (isClosed) throw new TemporaryError('The bot is stopping.', MINUTE_MS);
      const worker = new Worker(WORKER, {
        workerData: { module: module.href, name, input } satisfies Task,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MIB },
      });
      running.add(worker);
      try {
        return await resultOf(worker, deadlineMs);
      } finally {
        running.delete(worker);
        await worker.terminate();
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

function resultOf(worker: Worker, deadlineMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TemporaryError('The work took too long.', MINUTE_MS)),
      deadlineMs,
    );
    worker.once('message', (outcome: Outcome) => {
      if (outcome.kind === 'done') resolve(outcome.result);
      else reject(new Error(outcome.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new TemporaryError('The work was ended.', MINUTE_MS));
    });
  });
}
