import type { StatedTime } from '../draft-of.ts';
import { htmlToText } from '../formats/html-to-text.ts';
import { normaliseTitle } from '../normalise-text.ts';

/** A title on one line without markup; null when there are no words in it. */
export async function titleOf(title: unknown): Promise<string | null> {
  if (typeof title !== 'string') return null;
  return textOrNull(normaliseTitle(await htmlToText(title)));
}

export function textOrNull(text: unknown): string | null {
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The first time that is stated at all. */
export function timeOf(...times: readonly unknown[]): StatedTime | null {
  const value = times.map(textOrNull).find((time) => time !== null);
  return value === undefined || value === null ? null : { value, where: 'feed' };
}

/** The shortest and the longest of what an item carries; the same when it carries one text. */
export function contentsOf(texts: readonly unknown[]): {
  readonly summaryHtml: string | null;
  readonly contentHtml: string | null;
} {
  const found = texts.map(textOrNull).filter((text) => text !== null);
  const byLength = found.toSorted((a, b) => a.length - b.length);
  return { summaryHtml: byLength[0] ?? null, contentHtml: byLength.at(-1) ?? null };
}
