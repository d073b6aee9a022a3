import type { Article } from '../../src/domain/article.ts';
import type { ArticleRow } from './tables.ts';

export function articleOf(row: ArticleRow): Article {
  return {
    id: row.id,
    url: row.url,
    locator: row.locator,
    title: { value: row.title, certainty: row.title_certainty },
    text: row.text,
    sourceId: { value: row.source_id, certainty: row.source_certainty },
    language: { value: row.language, certainty: row.language_certainty },
    publication: {
      at: row.published_at,
      certainty: row.published_certainty,
      reason: row.published_reason,
    },
    contentHash: row.content_hash,
    revision: row.revision,
    storedAt: row.stored_at,
    author: row.author,
    isBacklog: row.is_backlog === 1,
  };
}

export function rowOf(article: Article): ArticleRow {
  return {
    id: article.id,
    url: article.url,
    locator: article.locator,
    content_hash: article.contentHash,
    revision: article.revision,
    stored_at: article.storedAt,
    published_at: article.publication.at,
    published_certainty: article.publication.certainty,
    published_reason: article.publication.reason,
    source_id: article.sourceId.value,
    source_certainty: article.sourceId.certainty,
    language: article.language.value,
    language_certainty: article.language.certainty,
    title: article.title.value,
    title_certainty: article.title.certainty,
    text: article.text,
    author: article.author,
    is_backlog: article.isBacklog ? 1 : 0,
  };
}
