import type { Article } from '../domain/article.ts';
import { type DaySpan, dayOf, spansOverlap } from '../domain/day.ts';
import type { Sentence, Understanding } from '../domain/understanding.ts';
import { indexTerms } from '../language/index-terms.ts';
import type { Expected } from './question-words.ts';
import type { Wanted } from './read-question.ts';

/** An article and what was read out of it. */
export interface Read {
  readonly article: Article;
  readonly understanding: Understanding;
}

/** What of the wanted things a sentence speaks of itself, and what only its headline or, for names, its article. */
export function wantedIn(
  wanted: readonly Wanted[],
  { start, end }: Sentence,
  { article, understanding }: Read,
): { readonly inSentence: readonly Wanted[]; readonly elsewhere: readonly Wanted[] } {
  const language = article.language.value;
  const own = new Set(indexTerms(article.text.slice(start, end), language));
  const titled = new Set(indexTerms(article.title.value, language));
  const named = understanding.mentions.map(({ entityId }) => entityId);
  const namedHere = understanding.mentions
    .filter((mention) => mention.start < end && start < mention.end)
    .map(({ entityId }) => entityId);
  const inSentence = wanted.filter((one) => isNamed(one, namedHere) || hasTerms(one, own));
  const elsewhere = wanted.filter(
    (one) => !inSentence.includes(one) && (isNamed(one, named) || hasTerms(one, titled)),
  );
  return { inSentence, elsewhere };
}

/** A date in the sentence decides; without one, the day of publication. */
export function speaksOfTime(
  during: DaySpan,
  { start, end }: Sentence,
  { article, understanding }: Read,
): boolean {
  const dates = understanding.dates.filter((date) => date.start >= start && date.end <= end);
  if (dates.length > 0) return dates.some((date) => spansOverlap(date, during));
  const { at } = article.publication;
  return at !== null && spansOverlap(during, { fromDay: dayOf(at), toDay: dayOf(at), precision: 'day' });
}

/** Does the sentence hold the kind of thing that was asked for? */
export function hasExpected(expected: Expected, sentence: Sentence, read: Read): boolean {
  const inside = (place: Sentence) => place.start >= sentence.start && place.end <= sentence.end;
  const names = (kinds: readonly string[]) =>
    read.understanding.mentions.some((mention) => inside(mention) && kinds.includes(mention.kind));
  switch (expected) {
    case 'when':
      return read.understanding.dates.some(inside);
    case 'how-many':
      return /\p{N}/u.test(withoutDates(sentence, read));
    case 'who':
      return names(['person', 'office']);
    case 'where':
      return names(['place', 'side']);
    case 'anything':
      return false;
  }
}

function isNamed({ names }: Wanted, ids: readonly string[]): boolean {
  return names.some(({ id }) => ids.includes(id));
}

function hasTerms({ terms }: Wanted, found: ReadonlySet<string>): boolean {
  return terms.some((all) => all.length > 0 && all.every((term) => found.has(term)));
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
