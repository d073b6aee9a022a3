import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

/** What alerts, corrections and several processes need. */
export const alertsMigration: Migration = {
  async up(db: Db) {
    await addSubscriptionColumns(db);
    await addEditionColumns(db);
    await splitToldKeys(db);
    await createEditionCites(db);
    await createMutes(db);
    await createChanges(db);
    await createLeases(db);
  },
};

/** What was subscribed to before is looked at in the next minute, which finds its next time. */
async function addSubscriptionColumns(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('subscriptions');
  await table().addColumn('at_once', 'text').execute();
  for (const list of ['agreement_ids', 'sides', 'languages'])
    await table()
      .addColumn(list, 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  await table()
    .addColumn('min_origins', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await table()
    .addColumn('length', 'text', (column) => column.notNull().defaultTo('standard'))
    .execute();
  await table().addColumn('language', 'text').execute();
  await table().addColumn('wake_at', 'bigint').execute();
  await db.updateTable('subscriptions').set({ wake_at: 0 }).execute();
  await db.schema.createIndex('subscriptions_by_wake').on('subscriptions').column('wake_at').execute();
}

async function addEditionColumns(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('editions');
  await table()
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('digest'))
    .execute();
  await table().addColumn('covers_from', 'bigint').execute();
  await table().addColumn('corrects', 'text').execute();
  await db.schema.alterTable('deliveries').addColumn('reply_to', 'text').execute();
  await db.schema
    .createIndex('deliveries_failed')
    .on('deliveries')
    .columns(['channel_id', 'platform'])
    .where(sql.ref('status'), '=', 'failed')
    .execute();
}

/** Keys had a colon where now a `#` parts the subject from what was told of it. */
async function splitToldKeys(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('edition_told');
  await table()
    .addColumn('subject', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await table().addColumn('edition_id', 'text').execute();
  const rows = await db.selectFrom('edition_told').select(['subscription_id', 'key']).execute();
  for (const row of rows) {
    const key = row.key.replace(/^((?:ahead:)?(?:event|agreement|anniversary):[^:]+):/, '$1#');
    await db
      .updateTable('edition_told')
      .set({ key, subject: key.split('#')[0] ?? key })
      .where('subscription_id', '=', row.subscription_id)
      .where('key', '=', row.key)
      .execute();
  }
  await db.schema
    .createIndex('edition_told_by_subject')
    .on('edition_told')
    .columns(['subscription_id', 'subject'])
    .execute();
}

async function createEditionCites(db: Db): Promise<void> {
  await db.schema
    .createTable('edition_cites')
    .addColumn('edition_id', 'text', (column) =>
      column.notNull().references('editions.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('story_id', 'text')
    .addColumn('text', 'text')
    .addPrimaryKeyConstraint('edition_cites_key', ['edition_id', 'position'])
    .execute();
  await db.schema.createIndex('edition_cites_by_article').on('edition_cites').column('article_id').execute();
}

async function createMutes(db: Db): Promise<void> {
  await db.schema
    .createTable('mutes')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('muted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mutes_key', ['platform', 'channel_id', 'kind', 'target_id'])
    .execute();
}

/** No article is looked up: one that was deleted has changed, too. */
async function createChanges(db: Db): Promise<void> {
  await db.schema
    .createTable('article_changes')
    .addColumn('article_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('article_changes_by_time')
    .on('article_changes')
    .columns(['changed_at', 'article_id'])
    .execute();
}

async function createLeases(db: Db): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
}
