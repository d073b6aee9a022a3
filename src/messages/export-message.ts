import type { Message } from '../domain/message.ts';
import { heading, paragraph } from './blocks.ts';
import { code } from './inline.ts';
import { type Place, pageEnd } from './paging.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** One page of the feeds that are followed, as a document of its own that can be copied; a line of it is a paragraph. Beyond the last page `opml` is empty. */
export function exportMessage(
  { opml, total }: { readonly opml: string; readonly total: number },
  place: Place,
  reader: Reader,
): Message {
  const { sources } = wordsIn(reader.language);
  const lines = opml.split('\n').map((line) => line.trim());
  return {
    blocks: [
      heading(sources.heading(total)),
      paragraph(sources.exported),
      ...lines.filter((line) => line !== '').map((line) => paragraph([code(line)])),
      ...pageEnd(total, place, reader),
    ],
  };
}
