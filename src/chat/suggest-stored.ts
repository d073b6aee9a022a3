import { dayOf } from '../domain/day.ts';
import type { KnownLanguage } from '../domain/identity.ts';
import type { Agreement } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import { showDate } from '../messages/show-span.ts';
import { shortId } from '../messages/show-title.ts';
import { wordsIn } from '../messages/words-in.ts';
import type { Suggestion } from '../ports/chat-adapter.ts';
import type { Store } from '../ports/store.ts';
import { searchPassages } from '../search/search-passages.ts';

interface StoredPorts {
  readonly store: Store;
  readonly language: KnownLanguage;
}

const NEWEST = { limit: 25, offset: 0 };
/** Agreements are few: what two countries sign in decades. */
const ALL_AGREEMENTS = { limit: 500, offset: 0 };

/** The newest stories; with something typed those whose title or id holds it, then those whose articles say it. */
export async function suggestStories(typed: string, { store, language }: StoredPorts) {
  const { rows: newest } = await store.stories.latest({}, NEWEST);
  const fitting = newest.filter(({ id, title }) => holds(title, typed) || id.startsWith(typed));
  const found = typed === '' ? [] : await storiesSaying(typed, store);
  const stories = new Map([...fitting, ...found].map((story) => [story.id, story]));
  return [...stories.values()].map((story) => storySuggestion(story, language));
}

export async function suggestAgreements(typed: string, { store, language }: StoredPorts) {
  const { rows } = await store.ledger.agreements({}, ALL_AGREEMENTS);
  return rows
    .filter(({ id, name }) => holds(name, typed) || id.startsWith(typed))
    .map((agreement) => agreementSuggestion(agreement, language));
}

async function storiesSaying(typed: string, store: Store): Promise<readonly Story[]> {
  const byId = await store.stories.find(typed);
  if (byId !== null) return [byId];
  const { groups } = await searchPassages(typed, NEWEST, store);
  return store.stories.ofArticles(groups.map(({ article }) => article.id));
}

function storySuggestion({ id, title, firstPublishedAt }: Story, language: KnownLanguage): Suggestion {
  const words = wordsIn(language);
  const day = firstPublishedAt === null ? words.dates.undated : showDate(dayOf(firstPublishedAt), words);
  return { label: `${day} · ${title}`, value: shortId(id) };
}

function agreementSuggestion({ id, name, status }: Agreement, language: KnownLanguage): Suggestion {
  return { label: `${name} · ${wordsIn(language).agreementStatuses[status]}`, value: id };
}

function holds(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase());
}
