import type { Action } from '../../../src/domain/message.ts';
import { withMenus, withoutRepeats } from './components-actions.ts';
import type { MenuPart, Part, PicturePart, TextPart } from './components-part.ts';

/** One component at the top of a post. There is no container around them: its frame says nothing and costs one. */
export type Row =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'section'; readonly markdown: string; readonly button: Action }
  | { readonly kind: 'buttons'; readonly actions: readonly Action[] }
  | MenuPart
  | { readonly kind: 'gallery'; readonly pictures: readonly PicturePart[] }
  | { readonly kind: 'divider' };

/** Parts of one post as they stand in it: texts joined, pictures side by side, further actions of entries in menus. */
export function layOut(parts: readonly Part[]): readonly Row[] {
  const laid = withoutIdleDividers(withMenus(withoutRepeats(withFileNames(parts))));
  return runsOf(laid).map(rowOf);
}

/** A file is found by its name, so no two of a post share one. */
function withFileNames(parts: readonly Part[]): readonly Part[] {
  const taken = new Set<string>();
  return parts.map((part) => {
    if (part.kind !== 'picture') return part;
    const name = freeName(part.name, taken);
    taken.add(name);
    return { ...part, name };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const numbers = Array.from({ length: taken.size + 1 }, (_, place) => place + 1);
  const names = numbers.map((number) => (number === 1 ? name : name.replace(/(?=\.[^.]*$)/, `-${number}`)));
  return names.find((one) => !taken.has(one)) ?? name;
}

/** A line divides what stands above it from what stands below; at an end, and beside another, it does not. */
function withoutIdleDividers(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, place) => {
    if (part.kind !== 'divider') return true;
    const next = parts[place + 1];
    return (
      next !== undefined &&
      next.kind !== 'divider' &&
      parts.slice(0, place).some(({ kind }) => kind !== 'divider')
    );
  });
}

/** Texts and pictures that follow each other share a component. */
function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const open = runs.at(-1);
    const isShared = part.kind === 'text' || part.kind === 'picture';
    if (open !== undefined && isShared && open[0]?.kind === part.kind) open.push(part);
    else runs.push([part]);
  }
  return runs;
}

function rowOf(run: readonly Part[]): Row {
  const [first] = run;
  if (first === undefined || first.kind === 'text')
    return { kind: 'text', markdown: joinTexts(run.filter(isText)) };
  if (first.kind === 'picture') return { kind: 'gallery', pictures: run.filter(isPicture) };
  return first.kind === 'entry' ? { kind: 'section', markdown: first.markdown, button: first.button } : first;
}

function isText(part: Part): part is TextPart {
  return part.kind === 'text';
}

function isPicture(part: Part): part is PicturePart {
  return part.kind === 'picture';
}

/** A heading keeps its own distance; lines of a list keep none. */
function joinTexts(texts: readonly TextPart[]): string {
  return texts
    .map(({ markdown, isHeading, opensBlock }, place) => {
      const last = texts[place - 1];
      if (last === undefined) return markdown;
      return `${isHeading || last.isHeading || !opensBlock ? '\n' : '\n\n'}${markdown}`;
    })
    .join('');
}
