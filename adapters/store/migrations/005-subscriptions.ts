import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

export const subscriptionsMigration: Migration = {
  async up(db: Db) {
    await createSubscriptions(db);
    await createEditions(db);
    await createEditionTold(db);
    await createDeliveries(db);
  },
};

async function createSubscriptions(db: Db): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('cron', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('topic_ids', 'text', (column) => column.notNull())
    .addColumn('person_ids', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('subscriptions_by_channel')
    .on('subscriptions')
    .columns(['platform', 'channel_id'])
    .execute();
}

/** The unique pair is what makes a claim exclusive. */
async function createEditions(db: Db): Promise<void> {
  await db.schema
    .createTable('editions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subscription_id', 'text', (column) =>
      column.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('closed', 'integer', (column) => column.notNull())
    .addUniqueConstraint('editions_by_due_time', ['subscription_id', 'due_at'])
    .execute();
}

async function createEditionTold(db: Db): Promise<void> {
  await db.schema
    .createTable('edition_told')
    .addColumn('subscription_id', 'text', (column) =>
      column.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('edition_told_key', ['subscription_id', 'key'])
    .execute();
}

async function createDeliveries(db: Db): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('edition_id', 'text', (column) =>
      column.notNull().unique().references('editions.id').onDelete('cascade'),
    )
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('sent_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('deliveries_by_attempt')
    .on('deliveries')
    .columns(['status', 'next_attempt_at', 'id'])
    .execute();
}
