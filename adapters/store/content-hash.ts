import { hash } from 'node:crypto';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { ArticleId } from '../../src/domain/identity.ts';

const ID_HEX = 16;

export function contentHashOf({ title, text }: Pick<ArticleDraft, 'title' | 'text'>): string {
  return hash('sha256', `${title.value}\n${text}`);
}

/** Depends on nothing but the article, so that the same article has the same id in every database. */
export function articleIdOf(draft: ArticleDraft): ArticleId {
  const digest = draft.url === null ? contentHashOf(draft) : hash('sha256', draft.url);
  return `a-${digest.slice(0, ID_HEX)}` as ArticleId;
}

/** A short id with a prefix, the same for the same parts. */
export function idFrom(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${hash('sha256', parts.join('\n')).slice(0, ID_HEX)}`;
}
