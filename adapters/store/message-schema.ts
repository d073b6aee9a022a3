import { z } from 'zod';
import type { Block, Inline, Message } from '../../src/domain/message.ts';

/** A message may wait for days, over an upgrade of the bot: one of an older shape must fail here, not in a renderer. */
const inline = z.union([
  z.object({ kind: z.enum(['text', 'bold', 'italic', 'code']), text: z.string() }),
  z.object({ kind: z.literal('quote'), text: z.string(), language: z.string() }),
  z.object({ kind: z.literal('link'), text: z.string(), url: z.string() }),
  z.object({
    kind: z.literal('citation'),
    articleId: z.string(),
    source: z.string(),
    date: z.string(),
    url: z.string().nullable(),
  }),
]) as unknown as z.ZodType<Inline>;

const inlines = z.array(inline);

const actions = z.array(z.object({ label: z.string(), command: z.string() }));

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: inlines }),
  z.object({ kind: z.literal('paragraph'), text: inlines }),
  z.object({ kind: z.literal('list'), items: z.array(inlines), isOrdered: z.boolean() }),
  z.object({
    kind: z.literal('fields'),
    fields: z.array(z.object({ label: z.string(), value: inlines })),
  }),
  z.object({ kind: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(inlines)) }),
  z.object({ kind: z.literal('divider') }),
  z.object({ kind: z.literal('actions'), actions }),
  z.object({ kind: z.literal('entries'), entries: z.array(z.object({ text: inlines, actions })) }),
  z.object({
    kind: z.literal('image'),
    alt: z.string(),
    file: z.object({ name: z.string(), mediaType: z.literal('image/png'), base64: z.string() }),
  }),
]);

const message: z.ZodType<Message> = z.object({ blocks: z.array(block) });

export function readMessage(text: string): Message {
  return message.parse(JSON.parse(text));
}
