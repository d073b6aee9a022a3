import type { Article } from '../domain/article.ts';
import type { Observation } from '../domain/ledger.ts';
import type { Block, Message } from '../domain/message.ts';
import type { ArticleLink, Story } from '../domain/story.ts';
import type { Understanding } from '../domain/understanding.ts';
import { fields, heading, paragraph } from './blocks.ts';
import type { ArticlesById } from './citations.ts';
import type { Reader } from './reader.ts';
import { showTitle } from './show-title.ts';
import { readFields, storedFields } from './why-fields.ts';
import { whyLedger } from './why-ledger.ts';
import { whyStory } from './why-story.ts';
import { wordsIn } from './words-in.ts';

export interface WhyView {
  readonly article: Article;
  readonly understanding: Understanding | null;
  readonly story: Story | null;
  readonly links: readonly ArticleLink[];
  readonly observations: readonly Observation[];
  readonly articles: ArticlesById;
}

/** The whole chain of reasons for one article, from where it came to what it told. */
export function whyMessage(view: WhyView, reader: Reader): Message {
  const { article, understanding, observations } = view;
  const title = showTitle(article.title.value, article.language.value, reader);
  return {
    blocks: [
      heading(title),
      fields(storedFields(article, reader)),
      ...readBlocks(article, understanding, reader),
      ...whyStory(view, reader),
      ...whyLedger(article, observations, reader),
    ],
  };
}

function readBlocks(article: Article, understanding: Understanding | null, reader: Reader): Block[] {
  if (understanding === null) return [paragraph(wordsIn(reader.language).why.notUnderstood)];
  return [fields(readFields(article, understanding, reader))];
}
