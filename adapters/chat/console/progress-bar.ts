import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import { safeText } from './safe-text.ts';

export interface ProgressOptions {
  readonly output: Writable;
  /** Without a terminal nothing is drawn. */
  readonly isTerminal: boolean;
  readonly columns: () => number;
}

export interface ProgressBar {
  start(total: number): void;
  /** One more is done; `name` says which. */
  advance(name: string): void;
  /** Takes the bar away again. */
  stop(): void;
}

const BAR_CELLS = 24;
/** Cells taken by the bar, the numbers and the gaps. */
const FRAME_CELLS = BAR_CELLS + 24;

/** How far a long piece of work has come. */
export function createProgressBar({ output, isTerminal, columns }: ProgressOptions): ProgressBar {
  if (!isTerminal) return { start() {}, advance() {}, stop() {} };
  const bar = new SingleBar({
    stream: output as NodeJS.WritableStream,
    format: '{bar}  {value} of {total}  {name}',
    barsize: BAR_CELLS,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
    clearOnComplete: true,
  });
  return {
    start: (total) => bar.start(total, 0, { name: '' }),
    advance: (name) => bar.increment({ name: shortened(safeText(name), columns() - FRAME_CELLS) }),
    stop: () => bar.stop(),
  };
}

function shortened(name: string, cells: number): string {
  return name.length <= cells ? name : `${name.slice(0, Math.max(0, cells - 1))}…`;
}
