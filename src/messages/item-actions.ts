import type { ArticleId, StoryId } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Action, Entry, Inlines } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Reader } from './reader.ts';
import { shortId } from './show-title.ts';
import { wordsIn } from './words-in.ts';

type ActionsReader = Pick<Reader, 'language'>;

/** What can be asked about a story: itself, the words of its sources, why its lead article is here. */
export function storyActions({ id, leadId }: Pick<Story, 'id' | 'leadId'>, reader: ActionsReader): Action[] {
  return [openStory(id, reader), showSources(shortId(id), reader), explain(leadId, reader)];
}

export function eventActions({ id, storyIds, evidence }: NewsEvent, reader: ActionsReader): Action[] {
  const [storyId] = storyIds;
  const [first] = evidence;
  return [
    ...(storyId === undefined ? [] : [openStory(storyId, reader)]),
    showSources(id, reader),
    ...(first === undefined ? [] : [explain(first.articleId, reader)]),
  ];
}

export function agreementActions({ id, steps }: Agreement, reader: ActionsReader): Action[] {
  const first = steps.at(-1)?.evidence[0];
  return [
    { label: wordsIn(reader.language).actions.agreement, command: `agreement ${id}` },
    showSources(id, reader),
    ...(first === undefined ? [] : [explain(first.articleId, reader)]),
  ];
}

export function articleActions(id: ArticleId, reader: ActionsReader): Action[] {
  return [explain(id, reader)];
}

export function entry(text: Inlines, actions: readonly Action[]): Entry {
  return { text, actions };
}

function openStory(id: StoryId, { language }: ActionsReader): Action {
  return { label: wordsIn(language).actions.story, command: `story ${shortId(id)}` };
}

function showSources(id: string, { language }: ActionsReader): Action {
  return { label: wordsIn(language).actions.sources, command: `evidence ${id}` };
}

function explain(id: ArticleId, { language }: ActionsReader): Action {
  return { label: wordsIn(language).actions.why, command: `why ${shortId(id)}` };
}
