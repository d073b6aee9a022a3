import type { Message } from '../domain/message.ts';
import { bullets, paragraph } from './blocks.ts';
import { code, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** An answer with nothing in it: what was looked for, advice, and lines to try. */
export function emptyMessage(
  { said, advice, tries }: { said: string; advice?: string; tries: readonly string[] },
  { language }: Pick<Reader, 'language'>,
): Message {
  const { empty } = wordsIn(language);
  const hint = advice === undefined ? empty.tryThis : `${advice} ${empty.tryThis}`;
  return {
    blocks: [
      paragraph(said),
      ...(tries.length === 0
        ? advice === undefined
          ? []
          : [paragraph([text(advice)])]
        : [paragraph(hint), bullets(tries.map((line) => [code(line)]))]),
    ],
  };
}
