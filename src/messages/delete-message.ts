import type { Article } from '../domain/article.ts';
import type { Message } from '../domain/message.ts';
import { actions, heading, paragraph } from './blocks.ts';
import { showPublication, sourceName } from './cite.ts';
import type { Reader } from './reader.ts';
import { shortId, showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

/** Asks whether an article shall be deleted, and says what that means. */
export function askToDeleteMessage(article: Article, reader: Reader): Message {
  const words = wordsIn(reader.language).delete;
  const from = sourceName(article, reader.relationship);
  const command = `delete ${shortId(article.id)} confirm:yes`;
  return {
    blocks: [
      heading(words.heading),
      paragraph([...showTitle(article.title.value, article.language.value, reader)]),
      paragraph(`${from} · ${showPublication(article, reader)}`),
      paragraph(words.consequence),
      actions([{ label: words.yes, command }]),
    ],
  };
}
