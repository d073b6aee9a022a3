import type { ArticleDraft } from '../../src/domain/article.ts';
import type { ArticleId, Instant } from '../../src/domain/identity.ts';
import { articleIdOf, contentHashOf } from './content-hash.ts';
import type { PassageIndex } from './engine.ts';
import type { Db } from './tables.ts';

/**
 * What refers to the article goes with it by foreign keys. The story that held it goes too, because it tells of an
 * article that is no more: whoever deletes places its other articles anew, and tells the ledger.
 */
export async function deleteArticle(
  db: Db,
  id: ArticleId,
  { at, passages }: { at: Instant; passages: PassageIndex },
): Promise<boolean> {
  const row = await db
    .selectFrom('articles')
    .select(['id', 'url', 'locator', 'content_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return false;
  await db
    .insertInto('deleted_articles')
    .values({ ...row, deleted_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await db
    .deleteFrom('stories')
    .where('id', 'in', db.selectFrom('story_articles').select('story_id').where('article_id', '=', id))
    .execute();
  await passages.put(db, id, null, []);
  await db.deleteFrom('articles').where('id', '=', id).execute();
  return true;
}

/** The feed's item, the URL, or, without one, locator and content: as an article is known when it is saved. */
export async function isDeleted(db: Db, draft: ArticleDraft): Promise<boolean> {
  const found = await db
    .selectFrom('deleted_articles')
    .select('id')
    .where(({ or, and, eb }) =>
      draft.url === null
        ? or([
            eb('id', '=', articleIdOf(draft)),
            and([eb('url', 'is', null), eb('locator', '=', draft.locator)]),
            and([eb('url', 'is', null), eb('content_hash', '=', contentHashOf(draft))]),
          ])
        : or([eb('id', '=', articleIdOf(draft)), eb('url', '=', draft.url)]),
    )
    .executeTakeFirst();
  return found !== undefined || isItemOfDeleted(db, draft);
}

async function isItemOfDeleted(db: Db, { feedItem }: ArticleDraft): Promise<boolean> {
  if (!feedItem) return false;
  const found = await db
    .selectFrom('feed_items')
    .innerJoin('deleted_articles', 'deleted_articles.id', 'feed_items.article_id')
    .select('feed_items.key')
    .where('feed_items.feed_id', '=', feedItem.feedId)
    .where('feed_items.key', '=', feedItem.key)
    .executeTakeFirst();
  return found !== undefined;
}
