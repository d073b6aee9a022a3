import type { Page } from './page.ts';

/** What the `meta` elements of a page say, by their names in small letters. */
export interface MetaTags {
  /** The first that says something, in the order of the names. */
  first(...names: readonly string[]): string | null;
  /** All that say something, in the order of the names. */
  all(...names: readonly string[]): readonly string[];
}

/** One look through the page, however many names are asked for. */
export function metaTagsOf(page: Page): MetaTags {
  const contents = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content) contents.set(name, [...(contents.get(name) ?? []), content]);
    }
  }
  function all(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) => contents.get(name) ?? []);
  }
  return { all, first: (...names) => all(...names)[0] ?? null };
}
