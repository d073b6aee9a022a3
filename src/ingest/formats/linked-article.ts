import { z } from 'zod';
import type { Page } from './page.ts';

/** Articles stand in a graph, in a list, or in what a page is about; never deeper than this. */
const MAX_DEPTH = 6;
const ARTICLE_TYPE = /(?:Article|BlogPosting)$|^Report$/;

const text = z.string().trim().min(1).nullish().catch(null);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const language = z.union([
  z.string(),
  z.object({ alternateName: z.string() }).transform(({ alternateName }) => alternateName),
]);
const address = z.union([z.string(), z.object({ '@id': z.string() }).transform((page) => page['@id'])]);
const identified = z.object({ '@id': z.string() });

const linkedArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: text,
  name: text,
  datePublished: text,
  inLanguage: language.nullish().catch(null),
  publisher: named.nullish().catch(null),
  mainEntityOfPage: address.nullish().catch(null),
  url: text,
  author: z.unknown().optional(),
  articleBody: text,
});

export interface LinkedArticle extends Omit<z.infer<typeof linkedArticle>, 'author'> {
  /** As written: with what stands before a name, and perhaps no names at all. */
  readonly authors: readonly string[];
}

/** The first article in the linked data (JSON-LD) of a page; null when there is none that can be read. */
export function linkedArticleOf(page: Page): LinkedArticle | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const nodes = nodesIn(parsed(script.textContent ?? ''), 0);
    for (const node of nodes) {
      const { success, data } = linkedArticle.safeParse(node);
      if (success && [data['@type']].flat().some((type) => ARTICLE_TYPE.test(type)))
        return { ...data, authors: authorsIn(data.author, nodes) };
    }
  }
  return null;
}

/** Linked data comes as one node, a list of nodes, a graph that holds the list, or a page that is about a node. */
function nodesIn(value: unknown, depth: number): unknown[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => nodesIn(one, depth + 1));
  const inner = ['@graph', 'mainEntity'].map((key) => (value as Record<string, unknown>)[key]);
  return [value, ...inner.flatMap((one) => nodesIn(one, depth + 1))];
}

/** A name, somebody with a name, a reference to another node of the graph, or a list of these. */
function authorsIn(author: unknown, nodes: readonly unknown[]): string[] {
  return [author].flat().flatMap((one) => {
    const name = named.safeParse(one);
    if (name.success) return [name.data];
    const id = identified.safeParse(one).data?.['@id'];
    const meant = nodes.find((node) => id !== undefined && identified.safeParse(node).data?.['@id'] === id);
    return named.safeParse(meant).data ?? [];
  });
}

/** Sites leave line breaks within strings, which JSON forbids. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\s/g, ' '));
  } catch {
    return null;
  }
}
