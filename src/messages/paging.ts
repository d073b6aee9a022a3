import type { Action, Block } from '../domain/message.ts';
import { actions, paragraph } from './blocks.ts';
import { code, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

export const PAGE_SIZE = 10;

/** Where a reader is in a list. `line` gives the same list again, without its page. */
export interface Place {
  /** 1-based. */
  readonly page: number;
  readonly line: string;
}

/** The rows of one page: what a store is asked for. */
export function windowOf(page: number): { readonly limit: number; readonly offset: number } {
  return { limit: PAGE_SIZE, offset: (Math.max(1, page) - 1) * PAGE_SIZE };
}

/** The end of a list: "Page 1 of 3 · latest page:2" and buttons; nothing when all fits on one page. */
export function pageEnd(total: number, { page, line }: Place, { language }: Reader): Block[] {
  const { paging } = wordsIn(language);
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1 && page <= 1) return [];
  if (page > pages)
    return [paragraph(paging.none(page, pages)), ...buttons([[paging.previous, pages]], line)];
  const next: [string, number][] = page < pages ? [[paging.next, page + 1]] : [];
  const previous: [string, number][] = page > 1 ? [[paging.previous, page - 1]] : [];
  const shown = next.flatMap(([, to]) => [text(' · '), code(pageLine(line, to))]);
  return [paragraph([text(paging.page(page, pages)), ...shown]), ...buttons([...previous, ...next], line)];
}

function buttons(pages: readonly (readonly [string, number])[], line: string): Block[] {
  const buttonsOf: Action[] = pages.map(([label, page]) => ({ label, command: pageLine(line, page) }));
  return buttonsOf.length === 0 ? [] : [actions(buttonsOf)];
}

function pageLine(line: string, page: number): string {
  return `${line} page:${page}`;
}
