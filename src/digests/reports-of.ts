import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { EditionRequest, Material } from './edition-request.ts';

type Telling = { readonly articleId: ArticleId };

/** The articles of a snapshot that tell of something. */
export function reportsOf(evidence: readonly Telling[], { snapshot }: Material): readonly Article[] {
  const ids = new Set(evidence.map(({ articleId }) => articleId));
  return [...ids].flatMap((id) => snapshot.articles.get(id) ?? []);
}

/** Was it published within the time that is looked at? */
export function isRecent({ publication: { at } }: Article, { lookFromAt, period }: EditionRequest): boolean {
  return at !== null && at >= lookFromAt && at < period.toAt;
}

/** Whether what the articles tell is news: an edition leaves out what backlog alone tells, a digest on request nothing. */
export function isNews(reports: readonly Article[], { due }: EditionRequest): boolean {
  return due === null || reports.some(({ isBacklog }) => !isBacklog);
}

export function mutedSources({ mutes }: Pick<EditionRequest, 'mutes'>): readonly string[] {
  return mutes.filter(({ kind }) => kind === 'source').map(({ id }) => id);
}

/** The evidence that may be cited: without the articles of sources that the channel has muted. */
export function citable<Told extends Telling>(
  evidence: readonly Told[],
  { request, snapshot }: Material,
): readonly Told[] {
  const muted = mutedSources(request);
  if (muted.length === 0) return evidence;
  return evidence.filter(
    ({ articleId }) => !muted.includes(snapshot.articles.get(articleId)?.sourceId.value ?? ''),
  );
}
