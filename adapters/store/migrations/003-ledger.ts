import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

export const ledgerMigration: Migration = {
  async up(db: Db) {
    await createObservations(db);
    await createEvents(db);
    await createEventNames(db, 'event_topics', 'topic_id');
    await createEventNames(db, 'event_people', 'person_id');
    await createAgreements(db);
    await createAgreementSteps(db);
  },
};

async function createObservations(db: Db): Promise<void> {
  await db.schema
    .createTable('observations')
    .addColumn('article_id', 'text', (column) =>
      column.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('to_day', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('observations_key', ['article_id', 'position'])
    .execute();
  await db.schema
    .createIndex('observations_by_key')
    .on('observations')
    .columns(['key', 'to_day', 'from_day'])
    .execute();
}

async function createEvents(db: Db): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('to_day', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('events_by_day')
    .on('events')
    .columns(['from_day', 'id', 'to_day', 'kind'])
    .execute();
}

async function createEventNames(db: Db, table: string, column: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn(column, 'text', (name) => name.notNull())
    .addColumn('event_id', 'text', (event) => event.notNull().references('events.id').onDelete('cascade'))
    .addPrimaryKeyConstraint(`${table}_key`, [column, 'event_id'] as never)
    .execute();
  await db.schema.createIndex(`${table}_by_event`).on(table).column('event_id').execute();
}

async function createAgreements(db: Db): Promise<void> {
  await db.schema
    .createTable('agreements')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('last_step_day', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('agreements_by_day')
    .on('agreements')
    .columns(['last_step_day desc', 'id', 'status'])
    .execute();
}

/** One row a step, so that a report of one of them need not read and write all the others. */
async function createAgreementSteps(db: Db): Promise<void> {
  await db.schema
    .createTable('agreement_steps')
    .addColumn('agreement_id', 'text', (column) =>
      column.notNull().references('agreements.id').onDelete('cascade'),
    )
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agreement_steps_key', ['agreement_id', 'status', 'on_day', 'position'])
    .execute();
}
