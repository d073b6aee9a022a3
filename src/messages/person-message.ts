import type { Article } from '../domain/article.ts';
import type { Language } from '../domain/identity.ts';
import type { Block, Field, Inlines, Message } from '../domain/message.ts';
import { titleAt, titlesOf } from '../domain/offices.ts';
import type { Office, Person } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { Mention } from '../domain/understanding.ts';
import { bullets, entries, field, fields, heading, paragraph } from './blocks.ts';
import type { ArticlesById } from './citations.ts';
import { cite } from './cite.ts';
import { bold, italic, joined, quote, text } from './inline.ts';
import { sideName } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showDate, showTenure } from './show-span.ts';
import { storyEntry } from './story-line.ts';
import { wordsIn } from './words-in.ts';

export interface PersonView {
  readonly person: Person;
  /** ISO day of which was asked; null for all times. */
  readonly atDay: string | null;
  readonly spellings: readonly Spelling[];
  readonly stories: readonly Story[];
  readonly articles: ArticlesById;
}

export interface Spelling {
  readonly form: string;
  readonly match: Mention['match'];
  readonly times: number;
  readonly articleCount: number;
  readonly example: Article;
}

const MOST_SPELLINGS = 12;

/** Offices with dates and every spelling, from the profile; spellings and stories, from the articles. */
export function personMessage(view: PersonView, reader: Reader): Message {
  const { person } = view;
  const { offices } = reader.relationship;
  return {
    blocks: [
      heading([bold(person.name), text(` · ${sideName(person.side, reader.relationship)}`)]),
      ...dayBlocks(view, offices, reader),
      ...officeBlocks(person, offices, reader),
      ...spellingBlocks(person, reader),
      ...seenBlocks(view.spellings, reader),
      ...storyBlocks(view, reader),
    ],
  };
}

function dayBlocks({ person, atDay }: PersonView, offices: readonly Office[], { language }: Reader): Block[] {
  if (atDay === null) return [];
  const words = wordsIn(language);
  const day = showDate(atDay, words);
  const title = titleAt(person, atDay, offices);
  return [
    title === null ? paragraph(words.who.noOfficeAt(day)) : paragraph(`${words.who.atDate(day)}: ${title}`),
  ];
}

function officeBlocks(person: Person, offices: readonly Office[], { language }: Reader): Block[] {
  const words = wordsIn(language);
  const titles = titlesOf(person, offices);
  const lines = titles.map((held): Inlines => {
    const dates = showTenure(held, words);
    return [text(`${held.title}, ${held.side}${dates === '' ? '' : ` · ${dates}`}`)];
  });
  const list = lines.length === 0 ? paragraph(words.who.noOffices) : bullets(lines);
  return [paragraph([bold(words.who.offices)]), list, paragraph([italic(words.who.fromProfile)])];
}

function spellingBlocks({ spellings, mistakes }: Person, { language }: Reader): Block[] {
  const words = wordsIn(language);
  const rows = Object.entries(spellings).map(([code, forms]): Field => {
    const label = code === 'other' ? words.who.otherScripts : words.languages[code as Language];
    return field(label, separate(forms, code));
  });
  const wrong = mistakes.length === 0 ? [] : [field(words.who.mistakes, separate(mistakes, 'other'))];
  const all = [...rows, ...wrong];
  return all.length === 0 ? [] : [paragraph([bold(words.who.spellings)]), fields(all)];
}

function separate(forms: readonly string[], language: string): Inlines {
  return joined(
    forms.map((form) => [quote(form, language)]),
    ', ',
  );
}

function seenBlocks(spellings: readonly Spelling[], reader: Reader): Block[] {
  const words = wordsIn(reader.language).who;
  if (spellings.length === 0) return [paragraph(words.notSeen)];
  const shown = spellings.filter(({ match }, index) => index < MOST_SPELLINGS || isWrong(match));
  return [
    paragraph([bold(words.spellingsSeen)]),
    bullets(shown.map((spelling) => spellingLine(spelling, reader))),
  ];
}

function spellingLine({ form, match, times, articleCount, example }: Spelling, reader: Reader): Inlines {
  const { counts, who } = wordsIn(reader.language);
  const many = times === 1 ? who.seenOnce : who.seenTimes(counts.times(times), counts.articles(articleCount));
  const mark = match === 'mistake' ? ` (${who.mistake})` : match === 'variant' ? ` (${who.variant})` : '';
  return [quote(form, example.language.value), text(`${mark} — ${many} `), cite(example, reader)];
}

function isWrong(match: Mention['match']): boolean {
  return match === 'mistake' || match === 'variant';
}

function storyBlocks({ stories, articles }: PersonView, reader: Reader): Block[] {
  if (stories.length === 0) return [];
  const rows = stories.map((story) => storyEntry(story, articles, reader));
  return [paragraph([bold(wordsIn(reader.language).who.stories)]), entries(rows)];
}
