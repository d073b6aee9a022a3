import type { Article } from '../domain/article.ts';
import type { Language } from '../domain/identity.ts';
import type { Block, Entry, Field, Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { bullets, entries, field, fields, heading, paragraph } from './blocks.ts';
import { type ArticlesById, citations } from './citations.ts';
import { cite, showPublication } from './cite.ts';
import { bold, joined, text } from './inline.ts';
import { articleActions, entry, storyActions } from './item-actions.ts';
import { nameOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showTitle } from './show-title.ts';
import { storyReach } from './story-line.ts';
import { wordsIn } from './words-in.ts';

export interface StoryView {
  readonly story: Story;
  readonly related: readonly Story[];
  /** The articles of the story and of the related ones. */
  readonly articles: ArticlesById;
}

/** One story with all its sources side by side: by language, with the origin each article goes back to. */
export function storyMessage({ story, related, articles }: StoryView, reader: Reader): Message {
  return {
    blocks: [
      heading(showTitle(story.title, story.titleLanguage, reader)),
      fields(storyFields(story, articles, reader)),
      ...story.languages.flatMap((language) => sourcesIn(language, story, articles, reader)),
      ...originBlocks(story, articles, reader),
      ...relatedBlocks(related, articles, reader),
    ],
  };
}

function storyFields(story: Story, articles: ArticlesById, reader: Reader): Field[] {
  const words = wordsIn(reader.language);
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(id, reader.relationship)).join(', ');
  const rows: [string, string][] = [
    [words.story.id, story.id],
    [words.story.published, published(story, articles, reader)],
    [words.story.coverage, storyReach(story, reader)],
    [words.story.topics, names(story.topicIds)],
    [words.story.people, names(story.personIds)],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => field(label, value));
}

/** First and last day on which the story was told. */
function published({ articleIds }: Story, articles: ArticlesById, reader: Reader): string {
  const dated = articleIds
    .flatMap((id) => articles.get(id) ?? [])
    .filter(({ publication }) => publication.at !== null)
    .toSorted((a, b) => (a.publication.at ?? 0) - (b.publication.at ?? 0));
  const shown = [dated[0], dated.at(-1)].flatMap((article) =>
    article ? showPublication(article, reader) : [],
  );
  return shown.length === 0 ? wordsIn(reader.language).dates.undated : [...new Set(shown)].join(' – ');
}

function sourcesIn(language: Language, story: Story, articles: ArticlesById, reader: Reader): Block[] {
  const words = wordsIn(reader.language);
  const inLanguage = story.articleIds
    .flatMap((id) => articles.get(id) ?? [])
    .filter((article) => article.language.value === language);
  return inLanguage.length === 0
    ? []
    : [
        paragraph([bold(words.story.sources(words.languages[language]))]),
        entries(inLanguage.map((article) => sourceEntry(article, story, reader))),
      ];
}

function sourceEntry(article: Article, story: Story, reader: Reader): Entry {
  const words = wordsIn(reader.language).story;
  const index = story.origins.findIndex(({ articleIds }) => articleIds.includes(article.id));
  const isLead = story.origins[index]?.leadId === article.id;
  const origin =
    index < 0 || story.articleIds.length === 1
      ? ''
      : (isLead ? words.originLead : words.origin)(letterOf(index));
  const line = joined([
    [...showTitle(article.title.value, article.language.value, reader), text(' '), cite(article, reader)],
    origin === '' ? [] : [text(origin)],
  ]);
  return entry(line, articleActions(article.id, reader));
}

function originBlocks({ origins, articleIds: all }: Story, articles: ArticlesById, reader: Reader): Block[] {
  const words = wordsIn(reader.language);
  const lines = origins.map(({ leadId, articleIds }, index) => [
    text(`${words.story.originLine(letterOf(index), words.counts.articles(articleIds.length))} `),
    ...citations([leadId], articles, reader),
  ]);
  return all.length === 1 ? [] : [paragraph([bold(words.story.origins)]), bullets(lines)];
}

function relatedBlocks(related: readonly Story[], articles: ArticlesById, reader: Reader): Block[] {
  const words = wordsIn(reader.language).story;
  if (related.length === 0) return [];
  const rows = related.map((story) => {
    const title = showTitle(story.title, story.titleLanguage, reader);
    const line = joined([title, citations([story.leadId], articles, reader)]);
    return entry(line, storyActions(story, reader));
  });
  return [paragraph([bold(words.related)]), entries(rows)];
}

/** A, B, … Z, then A27: stories with more origins than letters are rare. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${index + 1}`;
}
