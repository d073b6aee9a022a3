import type { Article, Evidence } from '../domain/article.ts';
import type { Inlines } from '../domain/message.ts';
import { cite } from './cite.ts';
import { quote, text } from './inline.ts';
import type { Reader } from './reader.ts';

/** A passage word for word, and where it stands. */
export function passageLine(
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  article: Article,
  reader: Reader,
): Inlines {
  return [quote(article.text.slice(start, end), article.language.value), text(' '), cite(article, reader)];
}
