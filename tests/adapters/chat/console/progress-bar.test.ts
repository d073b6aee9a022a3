import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createProgressBar } from '../../../../adapters/chat/console/progress-bar.ts';

function aScreen(isTerminal: boolean) {
  const output = Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 80, ...noCursor });
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  return { bar: createProgressBar({ output, isTerminal, columns: () => 80 }), shown: () => shown };
}

const noCursor = { cursorTo: () => true, clearLine: () => true, moveCursor: () => true };

describe('the progress bar', () => {
  it('shows how many of all are done, and which was the last', () => {
    const { bar, shown } = aScreen(true);

    bar.start(2);
    bar.advance('first.md');
    bar.advance('\u001B[2Jsecond.md');
    bar.stop();

    expect(stripVTControlCharacters(shown())).toMatch(/2 of 2 {2}second\.md/);
    expect(shown()).not.toContain('\u001B[2J');
  });

  it('draws nothing where there is no terminal', () => {
    const { bar, shown } = aScreen(false);

    bar.start(2);
    bar.advance('first.md');
    bar.stop();

    expect(shown()).toBe('');
  });
});
