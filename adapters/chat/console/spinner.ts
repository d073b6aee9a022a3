import type { Writable } from 'node:stream';
import yoctoSpinner from 'yocto-spinner';
import { words } from './words.ts';

/** An answer that comes sooner needs no spinner. */
const PATIENCE_MS = 150;

/** Shows that work is under way until the returned function is called. */
export function startSpinner(output: Writable): () => void {
  const spinner = yoctoSpinner({ text: words.working, stream: output, handleSignals: false });
  const timer = setTimeout(() => spinner.start(), PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    if (spinner.isSpinning) spinner.stop();
  };
}
