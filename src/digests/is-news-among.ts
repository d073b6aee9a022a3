import type { ArticleId } from '../domain/identity.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';

/** Whether what some of the articles tell is news: an edition leaves out what backlog alone tells, a digest on request nothing. */
export async function isNewsAmong(
  articleIds: readonly ArticleId[],
  { due }: EditionRequest,
  { store }: DigestPorts,
): Promise<(evidence: readonly { readonly articleId: ArticleId }[]) => boolean> {
  if (due === null) return () => true;
  const articles = await store.articles.getMany([...new Set(articleIds)]);
  const news = new Set(articles.filter(({ isBacklog }) => !isBacklog).map(({ id }) => id));
  return (evidence) => evidence.some(({ articleId }) => news.has(articleId));
}
