import type { Inlines } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { type ArticlesById, citations } from './citations.ts';
import { code, joined, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { shortId, showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

/** One story in one line: title, how widely it was told, by whom and when, its id. */
export function storyLine(story: Story, articles: ArticlesById, reader: Reader): Inlines {
  return joined([
    showTitle(story.title, story.titleLanguage, reader),
    [text(storyReach(story, reader))],
    citations(story.articleIds, articles, reader),
    [code(`story ${shortId(story.id)}`)],
  ]);
}

/** `5 articles in English, Russian · 2 independent origins`. */
export function storyReach(story: Story, { language }: Reader): string {
  const words = wordsIn(language);
  const languages = story.languages.map((known) => words.languages[known]).join(', ');
  const articles = words.counts.articles(story.articleIds.length);
  const told = `${articles} in ${languages}`;
  return story.articleIds.length === 1 ? told : `${told} · ${words.counts.origins(story.origins.length)}`;
}
