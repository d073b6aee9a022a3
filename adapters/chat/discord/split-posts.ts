import { layOut, type Row } from './components-layout.ts';
import type { Part } from './components-part.ts';
import { limits } from './limits.ts';

/**
 * Parts in as few posts as their order allows, laid out. A heading or divider at the end of a post goes to the next one,
 * with what it belongs to.
 */
export function splitPosts(parts: readonly Part[]): readonly (readonly Row[])[] {
  const posts: Part[][] = [];
  for (const part of parts) {
    const open = posts.at(-1);
    if (open !== undefined && fits([...open, part])) open.push(part);
    else posts.push([...(open === undefined ? [] : takeLead(part, open)), part]);
  }
  return posts.map(layOut).filter((rows) => rows.length > 0);
}

/** Takes what leads to the next part off the end of a post, unless it is all of the post. */
function takeLead(next: Part, open: Part[]): readonly Part[] {
  const start = open.findLastIndex((part) => !isLead(part)) + 1;
  if (start === 0 || start === open.length || !fits([...open.slice(start), next])) return [];
  return open.splice(start);
}

function isLead(part: Part): boolean {
  return part.kind === 'divider' || (part.kind === 'text' && part.isHeading);
}

function fits(parts: readonly Part[]): boolean {
  const rows = layOut(parts);
  const pictures = rows.flatMap((row) => (row.kind === 'gallery' ? row.pictures : []));
  return (
    sumOf(rows, componentsIn) <= limits.components &&
    sumOf(rows, charactersIn) <= limits.textCharacters &&
    pictures.length <= limits.files &&
    sumOf(pictures, ({ bytes }) => bytes.length) <= limits.allFilesBytes
  );
}

/** With those inside. */
function componentsIn(row: Row): number {
  switch (row.kind) {
    case 'text':
    case 'gallery':
    case 'divider':
      return 1;
    case 'menu':
      return 2;
    case 'section':
      return 3;
    case 'buttons':
      return 1 + row.actions.length;
  }
}

function charactersIn(row: Row): number {
  return row.kind === 'text' || row.kind === 'section' ? row.markdown.length : 0;
}

function sumOf<Item>(items: readonly Item[], sizeOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + sizeOf(item), 0);
}
