import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MovingClock } from './moving-clock.ts';

const HURRY = join(import.meta.dirname, 'hurry.ts');
const PROGRAM = join(import.meta.dirname, '../../src/main.ts');
const RELATIONSHIP = join(import.meta.dirname, '../../relationships/kazakhstan-pakistan');

export interface BotPlan {
  readonly folder: string;
  readonly clock: MovingClock;
  readonly settings: Readonly<Record<string, string>>;
}

export interface KilledBot {
  /** Resolves when it has gone, with its exit code; null when it was killed. */
  readonly gone: Promise<number | null>;
  /** What it said last on its error output. */
  errors(): string;
  signal(signal: NodeJS.Signals): void;
}

/** A process of the real program, by the time of the simulated world. Errors that nobody foresaw end up in its output. */
export function startBot(
  { folder, clock, settings }: BotPlan,
  call: readonly string[] = ['start'],
): KilledBot {
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', RELATIONSHIP, LOG_LEVEL: 'error', PORT: '0', POLLING: 'off' },
    ...settings,
    MOVING_CLOCK: clock.asText(),
  };
  const parameters = ['--import', HURRY, PROGRAM, ...call];
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-4_000);
  });
  return { gone: gone(child), errors: () => errors, signal: (signal) => void child.kill(signal) };
}

async function gone(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'close');
  return typeof code === 'number' ? code : null;
}
