import type { Article, Evidence } from '../domain/article.ts';
import type { Block, Message } from '../domain/message.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { code, text } from './inline.ts';
import { type Place, pageEnd } from './paging.ts';
import { passageLine } from './passage-line.ts';
import type { Reader } from './reader.ts';
import { shortId, showTitle } from './show-title.ts';
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
  return [
    paragraph([...title, text(' · '), code(`why ${shortId(article.id)}`)]),
    bullets(passages.map((passage) => passageLine(passage, article, reader))),
  ];
}
