import type { Article } from '../domain/article.ts';
import type { Block, Inlines } from '../domain/message.ts';
import type { ArticleLink, Origin, Story } from '../domain/story.ts';
import { bullets, field, fields, paragraph } from './blocks.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, code, joined, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { shortId, showTitle } from './show-title.ts';
import { storyReach } from './story-line.ts';
import { wordsIn } from './words-in.ts';

export interface StoryReasons {
  readonly article: Article;
  readonly story: Story | null;
  readonly links: readonly ArticleLink[];
  readonly articles: ArticlesById;
}

/** Which story and origin an article belongs to, and what it was compared with, with scores and reasons. */
export function whyStory({ article, story, links, articles }: StoryReasons, reader: Reader): Block[] {
  const { why } = wordsIn(reader.language);
  const lines = links.map((link) => linkLine(link, { article, articles }, reader));
  return [
    ...storyBlocks({ article, story, articles }, reader),
    ...(lines.length === 0 ? [] : [paragraph([bold(why.links)]), bullets(lines)]),
  ];
}

function storyBlocks({ article, story, articles }: Omit<StoryReasons, 'links'>, reader: Reader): Block[] {
  const { why } = wordsIn(reader.language);
  if (story === null) return [fields([field(why.story, why.noStory)])];
  const reach = story.articleIds.length === 1 ? why.alone : storyReach(story, reader);
  const title = showTitle(story.title, story.titleLanguage, reader);
  const origin = story.origins.find(({ articleIds }) => articleIds.includes(article.id));
  return [
    fields([
      field(why.story, joined([title, [text(reach)], [code(`story ${shortId(story.id)}`)]])),
      ...(origin ? [field(why.origin, originOf(origin, { article, articles }, reader))] : []),
    ]),
  ];
}

function originOf(
  { leadId, articleIds }: Origin,
  { article, articles }: { article: Article; articles: ArticlesById },
  reader: Reader,
): Inlines {
  const { why, counts } = wordsIn(reader.language);
  if (leadId === article.id) return [text(why.originLead(counts.articles(articleIds.length)))];
  return [text(`${why.originFollows} `), ...citations([leadId], articles, reader)];
}

function linkLine(
  { a, b, kind, score, reasons }: ArticleLink,
  { article, articles }: { article: Article; articles: ArticlesById },
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language);
  const otherId = a === article.id ? b : a;
  const other = articles.get(otherId);
  const title = other === undefined ? [] : showTitle(other.title.value, other.language.value, reader);
  return joined([
    [...title, text(' '), ...citations([otherId], articles, reader)],
    [text(words.why.link(words.links[kind], score.toFixed(2)))],
    reasons.length === 0 ? [] : [text(reasons.join('; '))],
  ]);
}
