import type { Article } from '../domain/article.ts';
import type { Understanding } from '../domain/understanding.ts';
import { indexTerms } from '../language/index-terms.ts';
import type { Passage } from '../ports/store.ts';

/** Each sentence is a passage; the words of the title lead to the first. */
export function passagesOf(article: Article, { language, sentences }: Understanding): Passage[] {
  return sentences.map(({ start, end }, at) => ({
    articleId: article.id,
    start,
    end,
    terms: [
      ...indexTerms(article.text.slice(start, end), language),
      ...(at === 0 ? indexTerms(article.title.value, language) : []),
    ],
  }));
}
