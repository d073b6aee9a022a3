import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

export const storiesMigration: Migration = {
  async up(db: Db) {
    await createArticleLinks(db);
    await createStories(db);
    await createStoryArticles(db);
    await createStoryNames(db, 'story_topics', 'topic_id');
    await createStoryNames(db, 'story_people', 'person_id');
  },
};

async function createArticleLinks(db: Db): Promise<void> {
  await db.schema
    .createTable('article_links')
    .addColumn('a', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('b', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_links_key', ['a', 'b', 'kind'])
    .execute();
  await db.schema.createIndex('article_links_by_b').on('article_links').column('b').execute();
}

async function createStories(db: Db): Promise<void> {
  await db.schema
    .createTable('stories')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('first_published_at', 'bigint')
    .addColumn('last_published_at', 'bigint')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('stories_by_time')
    .on('stories')
    .columns(['last_published_at desc', 'id', 'first_published_at'])
    .execute();
}

/** An article is in one story at most. */
async function createStoryArticles(db: Db): Promise<void> {
  await db.schema
    .createTable('story_articles')
    .addColumn('article_id', 'text', (column) =>
      column.primaryKey().notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('story_id', 'text', (column) => column.notNull().references('stories.id').onDelete('cascade'))
    .execute();
  await db.schema.createIndex('story_articles_by_story').on('story_articles').column('story_id').execute();
}

async function createStoryNames(db: Db, table: string, column: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn(column, 'text', (name) => name.notNull())
    .addColumn('story_id', 'text', (story) => story.notNull().references('stories.id').onDelete('cascade'))
    .addPrimaryKeyConstraint(`${table}_key`, [column, 'story_id'] as never)
    .execute();
  await db.schema.createIndex(`${table}_by_story`).on(table).column('story_id').execute();
}
