import type { Article, Evidence } from '../domain/article.ts';
import type { Block, Message } from '../domain/message.ts';
import { entries, heading, paragraph } from './blocks.ts';
import { articleActions, entry } from './item-actions.ts';
import { type Place, pageEnd } from './paging.ts';
import { passageLine } from './passage-line.ts';
import type { Reader } from './reader.ts';
import { showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

export interface SearchView {
  readonly query: string;
  readonly match: 'all' | 'any' | 'none';
  readonly groups: readonly { readonly article: Article; readonly passages: readonly Evidence[] }[];
  readonly total: number;
}

/** Passages word for word, grouped by the article they stand in. */
export function searchMessage(view: SearchView, place: Place, reader: Reader): Message {
  const words = wordsIn(reader.language).search;
  return {
    blocks: [
      heading(words.heading(view.query)),
      ...(view.match === 'any' ? [paragraph(words.someWords)] : []),
      ...view.groups.flatMap((group) => groupBlocks(group, reader)),
      ...pageEnd(view.total, place, reader),
    ],
  };
}

function groupBlocks({ article, passages }: SearchView['groups'][number], reader: Reader): Block[] {
  const title = showTitle(article.title.value, article.language.value, reader);
  const actions = articleActions(article.id, reader);
  return [
    paragraph(title),
    entries(passages.map((passage) => entry(passageLine(passage, article, reader), actions))),
  ];
}
