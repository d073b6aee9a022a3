import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';

const date = z.union([z.string(), z.number()]).transform(String);
const files = z.array(z.string());

const goldSchema = z.object({
  articles: z.array(
    z.object({
      file: z.string(),
      language: z.string(),
      relevance: z.enum(['bilateral', 'one-side', 'passing', 'none']),
      story: z.string().nullable(),
      origin: z.string(),
      people: z.array(z.string()),
      topics: z.array(z.string()),
      dates: z.array(z.object({ text: z.string(), from: date, to: date, precision: z.string() })),
    }),
  ),
  stories: z.array(z.object({ id: z.string(), title: z.string(), related: z.array(z.string()).default([]) })),
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      visitKind: z.string().nullish(),
      from: date,
      to: date.nullable(),
      precision: z.string(),
      status: z.string(),
      participants: z.array(z.string()),
      files,
    }),
  ),
  agreements: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      steps: z.array(z.object({ status: z.string(), on: date, precision: z.string(), files })),
    }),
  ),
  quotations: z.array(z.object({ file: z.string(), text: z.string() })),
});

/** What a careful reader found in the sample articles. */
export type Gold = z.infer<typeof goldSchema>;

export async function readGold(file: string): Promise<Gold> {
  return goldSchema.parse(load(await readFile(file, 'utf8')));
}
