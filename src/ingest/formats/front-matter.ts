import { load } from 'js-yaml';
import { z } from 'zod';

const word = z.union([z.string(), z.number().transform(String)]).nullish();

const schema = z.object({
  source: word,
  url: word,
  published: z.union([z.string(), z.number()]).nullish(),
  language: word,
  title: word,
});

export interface FrontMatter {
  readonly fields: z.infer<typeof schema>;
  readonly body: string;
}

const FENCED = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/** The fields between two lines of `---` at the head of a text, and what follows; null when there are none. Throws on broken YAML. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = FENCED.exec(text);
  if (match === null) return null;
  const fields = schema.parse(load(match[1] ?? '') ?? {});
  return { fields, body: text.slice(match[0].length) };
}
