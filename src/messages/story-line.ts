import type { Entry } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { type ArticlesById, citations } from './citations.ts';
import { joined, text } from './inline.ts';
import { entry, storyActions } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

/** One story of a list: title, how widely it was told, by whom and when. */
export function storyEntry(story: Story, articles: ArticlesById, reader: Reader): Entry {
  const line = joined([
    showTitle(story.title, story.titleLanguage, reader),
    [text(storyReach(story, reader))],
    citations(story.articleIds, articles, reader),
  ]);
  return entry(line, storyActions(story, reader));
}

/** `5 articles in English, Russian · 2 independent origins`. */
export function storyReach(story: Story, { language }: Reader): string {
  const words = wordsIn(language);
  const languages = story.languages.map((known) => words.languages[known]).join(', ');
  const articles = words.counts.articles(story.articleIds.length);
  const told = `${articles} in ${languages}`;
  return story.articleIds.length === 1 ? told : `${told} · ${words.counts.origins(story.origins.length)}`;
}
