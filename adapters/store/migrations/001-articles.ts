import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

export const articlesMigration: Migration = {
  async up(db: Db) {
    await createArticles(db);
    await createUnderstandings(db);
    await createArticleEntities(db);
  },
};

/** The text comes last: a row is read from its beginning, and most look-ups need no text. */
async function createArticles(db: Db): Promise<void> {
  await db.schema
    .createTable('articles')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text')
    .addColumn('locator', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('stored_at', 'bigint', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('published_certainty', 'text', (column) => column.notNull())
    .addColumn('published_reason', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text')
    .addColumn('source_certainty', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('language_certainty', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('title_certainty', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('articles_by_url')
    .on('articles')
    .column('url')
    .unique()
    .where('url', 'is not', null)
    .execute();
  await db.schema
    .createIndex('articles_by_content')
    .on('articles')
    .column('content_hash')
    .where(sql.ref('url'), 'is', null)
    .execute();
  await createArticleIndexes(db);
}

/** With the id, the end of a locator is looked for in the index alone. */
async function createArticleIndexes(db: Db): Promise<void> {
  await db.schema.createIndex('articles_by_locator').on('articles').columns(['locator', 'id']).execute();
  await db.schema.createIndex('articles_by_language').on('articles').column('language').execute();
  await db.schema.createIndex('articles_by_publication').on('articles').column('published_at').execute();
}

/** The sketch comes before the body: candidates are looked through by it alone. */
async function createUnderstandings(db: Db): Promise<void> {
  await db.schema
    .createTable('understandings')
    .addColumn('article_id', 'text', (column) =>
      column.primaryKey().notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('relevance', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('understandings_by_relevance')
    .on('understandings')
    .column('relevance')
    .execute();
  await db.schema
    .createTable('fingerprints')
    .addColumn('article_id', 'text', (column) =>
      column.primaryKey().notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('from_day', 'text')
    .addColumn('to_day', 'text')
    .addColumn('sketch', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('fingerprints_by_days')
    .on('fingerprints')
    .columns(['from_day', 'to_day', 'article_id'])
    .execute();
}

async function createArticleEntities(db: Db): Promise<void> {
  await db.schema
    .createTable('article_entities')
    .addColumn('article_id', 'text', (column) =>
      column.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('entity_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .addPrimaryKeyConstraint('article_entities_key', ['article_id', 'entity_id'])
    .execute();
  await db.schema
    .createIndex('article_entities_by_entity')
    .on('article_entities')
    .columns(['entity_id', 'published_at desc', 'article_id'])
    .execute();
}
