import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Answer, type Screen, writeTo } from './screen.ts';

export interface PipeOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Called once, when the input has ended and everything is answered. */
  readonly onEnd: () => void;
}

/** Answers line by line, answers apart by an empty line, until the input ends. */
export function createPipeScreen({ input, output, onEnd }: PipeOptions): Screen {
  let lines: Interface | null = null;
  let work = Promise.resolve();
  let separator = '';
  let isEnded = false;

  async function write(text: string): Promise<void> {
    const lead = separator;
    separator = '\n';
    await writeTo(output, `${lead}${text}\n`);
  }

  async function answerAll(source: Interface, answer: Answer): Promise<void> {
    for await (const line of source) {
      const text = await answer(line);
      if (text !== null) await write(text);
      if (isEnded) return;
    }
  }

  function end(): void {
    isEnded = true;
    lines?.close();
  }

  return {
    async start(answer) {
      lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      work = answerAll(lines, answer).then(onEnd, onEnd);
    },
    write,
    end,
    async stop() {
      end();
      await work;
    },
  };
}
