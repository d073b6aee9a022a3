import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome, Task } from './task.ts';

/** The beginning of a thread: does its task and says what came of it. */
parentPort?.postMessage(await outcomeOf(workerData as Task));

async function outcomeOf({ module, name, input }: Task): Promise<Outcome> {
  try {
    const exported: Readonly<Record<string, unknown>> = await import(module);
    const work = exported[name];
    if (typeof work !== 'function') throw new Error(`${module} exports no function ${name}`);
    return { kind: 'done', result: await work(input) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
