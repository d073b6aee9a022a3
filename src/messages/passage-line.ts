import type { Article, Evidence } from '../domain/article.ts';
import type { Inlines } from '../domain/message.ts';
import { cite } from './cite.ts';
import { quote, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { languageMark } from './show-title.ts';

/** A passage word for word, and where it stands. */
export function passageLine(
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  article: Article,
  reader: Reader,
): Inlines {
  const language = article.language.value;
  const mark = languageMark(language, reader);
  return [quote(article.text.slice(start, end), language), text(`${mark} `), cite(article, reader)];
}
