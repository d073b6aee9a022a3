import { z } from 'zod';
import { OWN_ATTRIBUTES } from './opml-feed.ts';

const text = z.string().nullish().catch(null);

const shape = z.object({
  type: text,
  text,
  title: text,
  xmlUrl: text,
  htmlUrl: text,
  language: text,
  [OWN_ATTRIBUTES.side]: text,
  [OWN_ATTRIBUTES.source]: text,
  [OWN_ATTRIBUTES.confirmed]: text,
  [OWN_ATTRIBUTES.pausedBy]: text,
  [OWN_ATTRIBUTES.pauseReason]: text,
  outlines: z.array(z.unknown()).catch([]),
});

/** One line of a list, as it was parsed. */
export type Outline = Omit<z.infer<typeof shape>, 'outlines'>;

/** What is empty is left out by the parser: a list of nothing has no body. */
const documentShape = z.object({
  body: z.object({ outlines: z.array(z.unknown()).catch([]) }).catch({ outlines: [] }),
});

/** All outlines of a document, however deep in folders, in the order of the text. */
export function outlinesOf(document: unknown): readonly Outline[] {
  const found: Outline[] = [];
  const waiting = documentShape.parse(document).body.outlines.toReversed();
  while (waiting.length > 0) {
    const { data: outline } = shape.safeParse(waiting.pop());
    if (outline === undefined) continue;
    found.push(outline);
    for (const inner of outline.outlines.toReversed()) waiting.push(inner);
  }
  return found;
}
