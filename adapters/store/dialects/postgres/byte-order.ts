import { sql } from 'kysely';
import type { Db } from '../../tables.ts';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
}

/**
 * Text is compared byte by byte, as in SQLite, whatever the language of the database: ids, days and beginnings of ids are
 * looked up by their order. Called after every migration; columns that are so already are left alone.
 */
export async function useByteOrder(db: Db): Promise<void> {
  const { rows } = await sql<Column>`
    select c.table_name, c.column_name
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and c.data_type = 'text' and c.collation_name is distinct from 'C'
      and c.table_name not like 'kysely%'
    order by c.table_name, c.column_name`.execute(db);
  for (const [table, columns] of Map.groupBy(rows, ({ table_name }) => table_name)) {
    const changes = columns.map(
      ({ column_name }) => sql`alter column ${sql.id(column_name)} type text collate "C"`,
    );
    await sql`alter table ${sql.table(table)} ${sql.join(changes)}`.execute(db);
  }
}
