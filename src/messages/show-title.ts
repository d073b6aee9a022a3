import type { Language } from '../domain/identity.ts';
import type { Inlines } from '../domain/message.ts';
import { bold, quote, text } from './inline.ts';
import type { Reader } from './reader.ts';

/** A headline; one in another language than the reader's is marked: «Токаев прибыл» (ru). */
export function showTitle(
  title: string,
  titleLanguage: Language,
  { language }: Pick<Reader, 'language'>,
): Inlines {
  if (titleLanguage === language) return [bold(title)];
  return [quote(title, titleLanguage), text(titleLanguage === 'other' ? '' : ` (${titleLanguage})`)];
}

/** Enough of an id to be typed. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
