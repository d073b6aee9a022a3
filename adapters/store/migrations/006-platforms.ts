import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Db } from '../tables.ts';

/** What platforms with many channels, people and workspaces need. */
export const platformsMigration: Migration = {
  async up(db: Db) {
    await addPauses(db);
    await addDeliveryColumns(db);
    await numberDeliveries(db);
    await replaceDeliveryIndexes(db);
    await createPreferences(db);
    await createInstallations(db);
    await createKeepsakes(db);
  },
};

async function addPauses(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('subscriptions');
  await table().addColumn('paused_at', 'bigint').execute();
  await table().addColumn('paused_reason', 'text').execute();
  await table()
    .addColumn('owner_told', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await table().addColumn('resumed_at', 'bigint').execute();
  await db.schema
    .createIndex('subscriptions_by_creator')
    .on('subscriptions')
    .columns(['platform', 'created_by'])
    .execute();
}

async function addDeliveryColumns(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('deliveries');
  await table()
    .addColumn('position', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await table().addColumn('tried_since', 'bigint').execute();
  await table()
    .addColumn('posts', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}

/** Until now only editions said when they were claimed; deliveries were recorded soon after. */
async function numberDeliveries(db: Db): Promise<void> {
  await sql`
    update deliveries set position = numbered.position
    from (
      select
        deliveries.id,
        row_number() over (
          partition by deliveries.platform, deliveries.channel_id
          order by editions.claimed_at, editions.due_at, deliveries.id
        ) as position
      from deliveries
      join editions on editions.id = deliveries.edition_id
    ) as numbered
    where numbered.id = deliveries.id
  `.execute(db);
}

/**
 * Those of what waits leave out all that was sent, so that taking a delivery costs the same however many were. The
 * channel comes before the platform, and nothing is found by its status: SQLite would go that way and sort what it finds.
 */
async function replaceDeliveryIndexes(db: Db): Promise<void> {
  const waiting = ['recorded', 'sending'];
  await db.schema.dropIndex('deliveries_by_attempt').execute();
  await db.schema
    .createIndex('deliveries_by_position')
    .on('deliveries')
    .columns(['channel_id', 'platform', 'position'])
    .unique()
    .execute();
  await db.schema
    .createIndex('deliveries_waiting_by_attempt')
    .on('deliveries')
    .columns(['next_attempt_at', 'id'])
    .where(sql.ref('status'), 'in', waiting)
    .execute();
  await db.schema
    .createIndex('deliveries_waiting_by_position')
    .on('deliveries')
    .columns(['channel_id', 'platform', 'position'])
    .where(sql.ref('status'), 'in', waiting)
    .execute();
}

async function createPreferences(db: Db): Promise<void> {
  await db.schema
    .createTable('preferences')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('scope_id', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('zone', 'text')
    .addColumn('topic_ids', 'text')
    .addPrimaryKeyConstraint('preferences_key', ['platform', 'kind', 'scope_id'])
    .execute();
}

async function createInstallations(db: Db): Promise<void> {
  await db.schema
    .createTable('installations')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['platform', 'workspace_id'])
    .execute();
}

/** Old lines can be found by when they were kept. */
async function createKeepsakes(db: Db): Promise<void> {
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('kept_lines')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('kept_lines_by_age').on('kept_lines').column('kept_at').execute();
}
