import { type Completer, createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { createHistoryFile, HISTORY_LINES } from './history-file.ts';
import { type Answer, type Screen, writeTo } from './screen.ts';
import { startSpinner } from './spinner.ts';
import { words } from './words.ts';
import { emptyLine, writeAbove } from './write-above.ts';

export interface PromptOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly prompt: string;
  readonly historyFile: string | null;
  readonly complete: Completer;
  /** Called once, when the person leaves: Ctrl-D, or Ctrl-C twice. */
  readonly onEnd: () => void;
}

/** A prompt with history and completion. What is half typed survives whatever appears above it. */
export function createPromptScreen({ input, output, onEnd, ...options }: PromptOptions): Screen {
  const history = createHistoryFile(options.historyFile);
  let typed: Interface | null = null;
  let work = Promise.resolve();
  let isWorking = false;
  let isLeaving = false;
  let isEnded = false;
  /** An empty line stands above the prompt already. */
  let isSpaced = false;

  function write(text: string): Promise<void> {
    const shown = `${isSpaced ? '' : '\n'}${text}\n\n`;
    isSpaced = true;
    return typed === null || isWorking ? writeTo(output, shown) : writeAbove(typed, output, shown);
  }

  async function answerOne(line: string, answer: Answer): Promise<void> {
    if (isEnded) return;
    isLeaving = false;
    isSpaced = false;
    isWorking = true;
    const stopSpinner = startSpinner(output);
    const text = await answer(line).finally(stopSpinner);
    isWorking = false;
    if (text === null) typed?.prompt(true);
    else await write(text);
  }

  async function interrupt(): Promise<void> {
    if (typed === null) return;
    if (isLeaving && typed.line === '') return typed.close();
    isLeaving = true;
    if (isWorking) return;
    emptyLine(typed);
    await writeAbove(typed, output, `${words.leaveHint}\n`);
  }

  async function start(answer: Answer): Promise<void> {
    const { prompt, complete: completer } = options;
    typed = createInterface({
      ...{ input, output, prompt, completer, terminal: true },
      ...{ history: await history.read(), historySize: HISTORY_LINES, removeHistoryDuplicates: true },
    });
    typed.on('line', (line) => {
      work = work.then(() => answerOne(line, answer)).catch(() => typed?.close());
    });
    typed.on('history', history.save);
    typed.on('SIGINT', () => void interrupt());
    typed.once('close', () => {
      typed = null;
      output.write('\n');
      void work.then(onEnd);
    });
    typed.prompt();
  }

  function end(): void {
    isEnded = true;
    typed?.close();
  }

  async function stop(): Promise<void> {
    end();
    await work;
    await history.finish();
  }

  return { start, write, end, stop };
}
