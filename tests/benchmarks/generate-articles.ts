import type { ArticleDraft } from '../../src/domain/article.ts';
import { addDays, type Day, startOfDay } from '../../src/domain/day.ts';
import type { KnownLanguage } from '../../src/domain/identity.ts';
import type { Person, Relationship, Source } from '../../src/domain/relationship.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createRandom, type Random } from './random.ts';
import { type ArticleTemplate, articleTemplateOf, type Telling, tell } from './template.ts';

const FIRST_DAY: Day = '2020-01-01';
const DAYS = 2_200;
const HOUR_MS = 3_600_000;
const MOST_REPORTS = 8;
/** Share of reports that are another outlet's text with a sentence dropped. */
const COPIES = 0.3;
/** Share of the sentences after the lead that come from other articles. */
const FOREIGN = 0.4;
const LEAD_SENTENCES = 2;
const SEED = 20_200_101;

interface Vocabulary {
  readonly relationship: Relationship;
  readonly articles: readonly ArticleTemplate[];
}

/**
 * Articles in the words of the samples: happenings spread over six years, each with one to eight reports in several
 * languages, some of them near-copies; people and dates are told anew for each happening. In the order of publication,
 * as news arrives, so that there is as much around an article in a small archive as in a large one; the same for the
 * same count on every machine.
 */
export function generateArticles(
  count: number,
  samples: readonly ArticleDraft[],
  relationship: Relationship,
): ArticleDraft[] {
  const random = createRandom(SEED);
  const index = createProfileIndex(relationship);
  const articles = samples.flatMap((draft) => articleTemplateOf(draft, index) ?? []);
  const drafts: ArticleDraft[] = [];
  while (drafts.length < count) drafts.push(...reportsOf(drafts.length, { relationship, articles }, random));
  return drafts.slice(0, count).sort(byPublication);
}

function byPublication(a: ArticleDraft, b: ArticleDraft): number {
  return (a.publication.at ?? 0) - (b.publication.at ?? 0) || a.locator.localeCompare(b.locator);
}

/** The reports of one happening. */
function reportsOf(firstNumber: number, vocabulary: Vocabulary, random: Random): ArticleDraft[] {
  const day = addDays(FIRST_DAY, random.below(DAYS));
  const telling: Telling = { day, people: recast(vocabulary.relationship.people, random) };
  const subject = random.below(vocabulary.articles.length);
  const reports: ArticleDraft[] = [];
  const total = 1 + random.below(MOST_REPORTS);
  for (let at = 0; at < total; at += 1) {
    const number = firstNumber + at;
    const original = random.next() < COPIES ? reports.at(-1) : undefined;
    const template = vocabulary.articles[(subject + at) % vocabulary.articles.length];
    if (original !== undefined) reports.push(copyOf(original, number, vocabulary.relationship, random));
    else if (template !== undefined) reports.push(report(template, number, telling, vocabulary, random));
  }
  return reports;
}

/** Everybody's part is played by somebody of the same side, the known ones more often. */
function recast(people: readonly Person[], random: Random): ReadonlyMap<string, Person> {
  return new Map(
    people.map(({ id, side }) => {
      const ofSide = people.filter((person) => person.side === side);
      return [id, ofSide[Math.floor(random.next() ** 2 * ofSide.length)] as Person];
    }),
  );
}

function report(
  template: ArticleTemplate,
  number: number,
  telling: Telling,
  { articles, relationship }: Vocabulary,
  random: Random,
): ArticleDraft {
  const others = articles.filter(({ language }) => language === template.language);
  const sentences = template.sentences.map((sentence, at) => {
    const isForeign = at >= LEAD_SENTENCES && random.next() < FOREIGN;
    const chosen = isForeign ? random.pick(random.pick(others).sentences) : sentence;
    return tell(chosen, template.language, telling);
  });
  const publishedAt = startOfDay(telling.day) + (8 + random.below(30)) * HOUR_MS;
  return draft(number, {
    ...{ language: template.language, publishedAt, sentences },
    title: tell(template.title, template.language, telling),
    source: outletIn(template.language, relationship, random),
  });
}

function copyOf(
  original: ArticleDraft,
  number: number,
  relationship: Relationship,
  random: Random,
): ArticleDraft {
  const language = original.language.value as KnownLanguage;
  const sentences = original.text.split('\n\n');
  const dropped = 1 + random.below(sentences.length);
  return draft(number, {
    language,
    title: original.title.value,
    sentences: sentences.filter((_, at) => at !== dropped),
    source: outletIn(language, relationship, random),
    publishedAt: (original.publication.at ?? 0) + HOUR_MS,
  });
}

function outletIn(language: KnownLanguage, { sources }: Relationship, random: Random): Source {
  return random.pick(sources.filter(({ languages }) => languages.includes(language)));
}

function draft(
  number: number,
  told: {
    readonly title: string;
    readonly sentences: readonly string[];
    readonly language: KnownLanguage;
    readonly source: Source;
    readonly publishedAt: number;
  },
): ArticleDraft {
  const url = `https://bench.example/${told.source.id}/${number}`;
  return {
    url,
    locator: url,
    title: { value: told.title, certainty: 'stated' },
    text: told.sentences.join('\n\n'),
    sourceId: { value: told.source.id, certainty: 'stated' },
    language: { value: told.language, certainty: 'stated' },
    publication: { at: told.publishedAt, certainty: 'stated', reason: 'made for the benchmark' },
    author: null,
    feedItem: null,
    isBacklog: false,
  };
}
