import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

/** Feeds that are polled, what they brought, and what must not come back. */
export const feedsMigration: Migration = {
  async up(db: Db) {
    await addArticleColumns(db);
    await createFeeds(db);
    await createFeedItems(db);
    await createRemovedFeeds(db);
    await createDeletedArticles(db);
  },
};

/** Whatever was stored until now was no backlog of a feed. */
async function addArticleColumns(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('articles');
  await table().addColumn('author', 'text').execute();
  await table()
    .addColumn('is_backlog', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function createFeeds(db: Db): Promise<void> {
  await db.schema
    .createTable('feeds')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull().unique())
    .addColumn('source_id', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('side', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('confirmed', 'integer', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('paused_at', 'bigint')
    .addColumn('paused_reason', 'text')
    .addColumn('paused_by', 'text')
    .addColumn('pause_told', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('next_check_at', 'bigint', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('last_checked_at', 'bigint')
    .addColumn('last_success_at', 'bigint')
    .addColumn('last_new_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('failing_since', 'bigint')
    .addColumn('problem', 'text')
    .addColumn('rhythm_ms', 'double precision')
    .addColumn('item_identity', 'text')
    .addColumn('articles', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('feeds_by_next_check')
    .on('feeds')
    .columns(['next_check_at', 'id'])
    .where(sql.ref('paused_at'), 'is', null)
    .execute();
}

async function createFeedItems(db: Db): Promise<void> {
  await db.schema
    .createTable('feed_items')
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_items_key', ['feed_id', 'key'])
    .execute();
}

async function createRemovedFeeds(db: Db): Promise<void> {
  await db.schema
    .createTable('removed_feeds')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('removed_feeds_by_url').on('removed_feeds').column('url').execute();
}

async function createDeletedArticles(db: Db): Promise<void> {
  await db.schema
    .createTable('deleted_articles')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text')
    .addColumn('locator', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint', (column) => column.notNull())
    .execute();
  for (const column of ['url', 'locator', 'content_hash']) {
    await db.schema
      .createIndex(`deleted_articles_by_${column}`)
      .on('deleted_articles')
      .column(column)
      .execute();
  }
}
