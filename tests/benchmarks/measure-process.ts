import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { quantile } from './measure-commands.ts';

const STARTS = 5;
const run = promisify(execFile);

/** Milliseconds from starting the program to the end of its first answer, as a person at the console waits. */
export async function firstAnswerMs(databaseUrl: string): Promise<number> {
  const tookMs: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const startedAt = performance.now();
    await program(['src/main.ts', 'run', 'latest'], databaseUrl);
    tookMs.push(performance.now() - startedAt);
  }
  return quantile(tookMs, 0.5);
}

/** Megabytes that the program holds when it is open over an archive and has nothing to do. */
export async function restingMegabytes(databaseUrl: string): Promise<number> {
  const { stdout } = await program(['--expose-gc', 'tests/benchmarks/rest.ts', databaseUrl], databaseUrl);
  return Number(stdout);
}

function program(parameters: readonly string[], databaseUrl: string) {
  return run(process.execPath, parameters, { env: { ...process.env, DATABASE_URL: databaseUrl } });
}
