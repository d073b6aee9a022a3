import { clearScreenDown, cursorTo, type Interface } from 'node:readline';
import type { Writable } from 'node:stream';
import { writeTo } from './screen.ts';

/** Writes above the prompt; the half-typed line and the place of the cursor in it come back below. */
export function writeAbove(typed: Interface, output: Writable, text: string): Promise<void> {
  const { line, cursor } = typed;
  emptyLine(typed);
  cursorTo(output, 0);
  clearScreenDown(output);
  const written = writeTo(output, text);
  typed.prompt();
  if (line !== '') typed.write(line);
  for (let at = typed.cursor; at > cursor; at = typed.cursor) typed.write(null, { name: 'left' });
  return written;
}

/** As if the person had cleared the line by hand; the cursor stands behind the prompt. */
export function emptyLine(typed: Interface): void {
  knowRows(typed);
  typed.write(null, { ctrl: true, name: 'e' });
  typed.write(null, { ctrl: true, name: 'u' });
}

/** After a paste over several rows readline does not know in which row the cursor stands, and would clear too little. */
function knowRows(typed: Interface): void {
  Object.assign(typed, { prevRows: typed.getCursorPos().rows });
}
