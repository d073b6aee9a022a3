import type { Article } from '../domain/article.ts';
import { type DaySpan, dayOf, spansOverlap } from '../domain/day.ts';
import type { ArticleId, KnownLanguage } from '../domain/identity.ts';
import type { Sentence, Understanding } from '../domain/understanding.ts';
import { indexTerms } from '../language/index-terms.ts';
import type { PassageHit } from '../ports/store.ts';
import type { Question, Wanted } from './read-question.ts';

/** A stored sentence that may answer, with what it speaks of. */
export interface Candidate {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /** What the question wants and the sentence itself, or else its title, speaks of. */
  readonly covered: readonly Wanted[];
  readonly coverage: number;
  readonly score: number;
}

export interface Read {
  readonly article: Article;
  readonly understanding: Understanding;
}

/** Share of what was asked that a sentence must speak of. */
const ENOUGH = 0.6;
/** What the headline alone speaks of counts less: the sentence may be about something else. */
const TITLE_SHARE = 0.6;
const KIND_BOOST = 0.35;
const LANGUAGE_BOOST = 0.25;
const PASSAGE_SHARE = 0.3;

/** The sentences that speak of enough of what was asked, best first. */
export function rankSentences(
  hits: readonly PassageHit[],
  reads: ReadonlyMap<ArticleId, Read>,
  { question, language }: { question: Question; language: KnownLanguage },
): readonly Candidate[] {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  return hits
    .flatMap((hit) => {
      const read = reads.get(hit.articleId);
      return read ? (candidateOf(hit, read, { question, language, best }) ?? []) : [];
    })
    .toSorted((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1) || a.start - b.start);
}

function candidateOf(
  hit: PassageHit,
  { article, understanding }: Read,
  { question, language, best }: { question: Question; language: KnownLanguage; best: number },
): Candidate | null {
  const { wanted, during } = question;
  if (during !== null && !speaksOfTime(during, hit, { article, understanding })) return null;
  const inSentence = wanted.filter(speaksOf(hit, { article, understanding }));
  const titleTerms = new Set(indexTerms(article.title.value, article.language.value));
  const inTitle = wanted.filter((one) => !inSentence.includes(one) && has(one, titleTerms));
  const coverage = (inSentence.length + TITLE_SHARE * inTitle.length) / wanted.length;
  if (coverage < ENOUGH || !namesAllPeople(wanted, [...inSentence, ...inTitle])) return null;
  const score =
    coverage +
    PASSAGE_SHARE * (hit.score / best) +
    (hasExpected(question, hit, { article, understanding }) ? KIND_BOOST : 0) +
    (article.language.value === language ? LANGUAGE_BOOST : 0);
  const { start, end } = hit;
  return { article, start, end, covered: [...inSentence, ...inTitle], coverage, score };
}

function speaksOf({ start, end }: Sentence, { article, understanding }: Read): (wanted: Wanted) => boolean {
  const terms = new Set(indexTerms(article.text.slice(start, end), article.language.value));
  const mentioned = new Set(
    understanding.mentions
      .filter((mention) => mention.start < end && start < mention.end)
      .map(({ entityId }) => entityId),
  );
  return (wanted) => wanted.names.some(({ id }) => mentioned.has(id)) || has(wanted, terms);
}

function has({ terms }: Wanted, found: ReadonlySet<string>): boolean {
  return terms.some((all) => all.length > 0 && all.every((term) => found.has(term)));
}

/** A sentence about somebody else, or another number, is no answer however much else it covers. */
function namesAllPeople(wanted: readonly Wanted[], covered: readonly Wanted[]): boolean {
  return wanted
    .filter(({ names, words }) => names.some(({ kind }) => kind === 'person') || /\p{N}/u.test(words))
    .every((one) => covered.includes(one));
}

/** A date in the sentence decides; without one, the day of publication. */
function speaksOfTime(during: DaySpan, { start, end }: Sentence, { article, understanding }: Read): boolean {
  const dates = understanding.dates.filter((date) => date.start >= start && date.end <= end);
  if (dates.length > 0) return dates.some((date) => spansOverlap(date, during));
  const { at } = article.publication;
  return at !== null && spansOverlap(during, { fromDay: dayOf(at), toDay: dayOf(at), precision: 'day' });
}

function hasExpected(
  { expected }: Question,
  { start, end }: Sentence,
  { article, understanding }: Read,
): boolean {
  const inside = (place: Sentence) => place.start >= start && place.end <= end;
  const names = (kinds: readonly string[]) =>
    understanding.mentions.some((mention) => inside(mention) && kinds.includes(mention.kind));
  switch (expected) {
    case 'when':
      return understanding.dates.some(inside);
    case 'how-many':
      return /\p{N}/u.test(withoutDates({ start, end }, { article, understanding }));
    case 'who':
      return names(['person', 'office']);
    case 'where':
      return names(['place', 'side']);
    case 'anything':
      return false;
  }
}

/** "On 4 February" counts nothing. */
function withoutDates({ start, end }: Sentence, { article, understanding }: Read): string {
  const inside = understanding.dates.filter((date) => date.start >= start && date.end <= end);
  return inside
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, date) => text.slice(0, date.start - start) + text.slice(date.end - start),
      article.text.slice(start, end),
    );
}
