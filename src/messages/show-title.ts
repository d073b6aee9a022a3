import type { Language } from '../domain/identity.ts';
import type { Inlines } from '../domain/message.ts';
import { bold, quote, text } from './inline.ts';
import type { Reader } from './reader.ts';

/** A headline; one in another language than the reader's is marked: “Токаев прибыл” (ru). */
export function showTitle(title: string, titleLanguage: Language, reader: Pick<Reader, 'language'>): Inlines {
  if (titleLanguage === reader.language) return [bold(title)];
  return [quote(title, titleLanguage), text(languageMark(titleLanguage, reader))];
}

/** ` (ru)` behind words that are not in the reader's language. */
export function languageMark(language: Language, reader: Pick<Reader, 'language'>): string {
  return language === reader.language || language === 'other' ? '' : ` (${language})`;
}

/** Enough of an id to be typed: its kind and eight digits, `s-3f2a91c0`. */
export function shortId(id: string): string {
  return id.slice(0, 10);
}
