import type { Article } from '../domain/article.ts';
import type { Citation } from '../domain/message.ts';
import { publicationDay } from '../domain/publication-day.ts';
import type { Relationship, Source } from '../domain/relationship.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** Where a sentence comes from: the outlet, the publication day with its certainty, the address. */
export function cite(
  article: Article,
  { language, relationship }: Pick<Reader, 'language' | 'relationship'>,
): Citation {
  const { dates } = wordsIn(language);
  const day = publicationDay(article, relationship);
  const shown = article.publication.certainty === 'stated' ? day : day === null ? null : dates.about(day);
  return {
    kind: 'citation',
    articleId: article.id,
    source: sourceName(article, relationship),
    date: shown ?? dates.undated,
    url: article.url,
  };
}

/** `4 Feb 2026`, `about 2 Feb 2026` or `undated`, where no citation stands. */
export function showPublication(
  article: Article,
  { language, relationship }: Pick<Reader, 'language' | 'relationship'>,
): string {
  const words = wordsIn(language);
  const day = publicationDay(article, relationship);
  if (day === null) return words.dates.undated;
  const shown = showDate(day, words);
  return article.publication.certainty === 'stated' ? shown : words.dates.about(shown);
}

/** The outlet's name in the profile, else the name of the file or host it was read from. */
export function sourceName(article: Article, relationship: Relationship): string {
  const source = sourceOf(article.sourceId.value, relationship);
  if (source) return source.name;
  if (article.url !== null) return new URL(article.url).hostname.replace(/^www\./, '');
  const [path = ''] = article.locator.split('#');
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? article.locator;
}

function sourceOf(id: string | null, { sources }: Relationship): Source | undefined {
  return sources.find((source) => source.id === id);
}
