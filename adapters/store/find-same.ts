import type { Article, ArticleDraft } from '../../src/domain/article.ts';
import { articleOf } from './article-row.ts';
import { articleIdOf, contentHashOf } from './content-hash.ts';
import type { ArticleRow, Db } from './tables.ts';

/**
 * The article that a draft is about. A URL that is another article's wins over the feed's item, so that no two articles
 * share a URL; the id comes last of all, for an article that has moved away from its first URL.
 */
export async function findSame(db: Db, draft: ArticleDraft): Promise<Article | null> {
  const row =
    (draft.url === null ? undefined : await findByUrl(db, draft.url)) ??
    (await findByItem(db, draft)) ??
    (draft.url === null
      ? ((await findByLocator(db, draft.locator)) ?? (await findByContent(db, draft)))
      : await findById(db, draft));
  return row ? articleOf(row) : null;
}

function findByUrl(db: Db, url: string): Promise<ArticleRow | undefined> {
  return db.selectFrom('articles').selectAll().where('url', '=', url).executeTakeFirst();
}

async function findByItem(db: Db, { feedItem }: ArticleDraft): Promise<ArticleRow | undefined> {
  if (!feedItem) return undefined;
  return db
    .selectFrom('feed_items')
    .innerJoin('articles', 'articles.id', 'feed_items.article_id')
    .selectAll('articles')
    .where('feed_items.feed_id', '=', feedItem.feedId)
    .where('feed_items.key', '=', feedItem.key)
    .executeTakeFirst();
}

function findById(db: Db, draft: ArticleDraft): Promise<ArticleRow | undefined> {
  return db.selectFrom('articles').selectAll().where('id', '=', articleIdOf(draft)).executeTakeFirst();
}

function findByLocator(db: Db, locator: string): Promise<ArticleRow | undefined> {
  return db
    .selectFrom('articles')
    .selectAll()
    .where('url', 'is', null)
    .where('locator', '=', locator)
    .executeTakeFirst();
}

/** By its content now or, through the id, its first content: a copy of an article that was revised since. */
function findByContent(db: Db, draft: ArticleDraft): Promise<ArticleRow | undefined> {
  return db
    .selectFrom('articles')
    .selectAll()
    .where('url', 'is', null)
    .where((where) =>
      where.or([where('content_hash', '=', contentHashOf(draft)), where('id', '=', articleIdOf(draft))]),
    )
    .orderBy('id')
    .executeTakeFirst();
}
