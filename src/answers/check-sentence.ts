import type { Article, Evidence } from '../domain/article.ts';

/** A sentence as an answer shows it, and where it says that it stands. */
export interface ShownSentence extends Evidence {
  readonly text: string;
}

/** Is it word for word what the stored article says at that place? */
export function isVerbatim(
  { articleId, start, end, text }: ShownSentence,
  article: Article | undefined,
): boolean {
  if (article === undefined || article.id !== articleId) return false;
  if (start < 0 || end > article.text.length || text.trim() === '') return false;
  return article.text.slice(start, end) === text;
}
