import type { ArticleId } from '../domain/identity.ts';
import type { ExportJson } from './export-json.ts';

type ArticleJson = ExportJson['articles'][number];

/** Where something is told: the source's id, or the article's where no source is known. */
export interface ExportSource {
  readonly source: string;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

/** Gives the articles behind a list of evidence, each once, in the order of the evidence. */
export function exportSources(articles: readonly ArticleJson[]) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return (evidence: readonly { readonly articleId: ArticleId }[]): readonly ExportSource[] =>
    [...new Set(evidence.map(({ articleId }) => articleId))].flatMap((id) => {
      const article = byId.get(id);
      if (article === undefined) return [];
      const { source, title, url, publishedAt } = article;
      return [{ source: source ?? id, title, url, publishedAt }];
    });
}
