import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { isolateDirection } from './isolate-direction.ts';
import { NO_BREAK_SPACE } from './render-inlines.ts';

/** Narrower than this nothing can be laid out. */
const NARROWEST = 8;

/** Breaks one styled line at words, by cells of a terminal; a word longer than the width is broken, too. */
export function wrapText(text: string, columns: number): readonly string[] {
  const width = Math.max(columns, NARROWEST);
  const wrapped = Number.isFinite(width) ? wrapAnsi(text, width, { hard: true, trim: true }) : text;
  return wrapped.split('\n').map((line) => isolateDirection(line.replaceAll(NO_BREAK_SPACE, ' ')));
}

/** Wraps behind `lead`; further lines begin under the first word after it. */
export function wrapBehind(lead: string, text: string, columns: number): readonly string[] {
  const indent = widthOf(lead);
  const lines = wrapText(text, columns - indent);
  return lines.map((line, index) => `${index === 0 ? lead : ' '.repeat(indent)}${line}`);
}

/** Cells that a text takes; colours, links and marks take none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
