import { type RawBuilder, sql } from 'kysely';
import { ARCHIVE_TABLES } from './archive-tables.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './tables.ts';

const PAGE_ROWS = 500;

type Row = Readonly<Record<string, unknown>>;

/** Copies all rows of one database into another with the same, empty tables. Both are seen as they are at one moment. */
export async function copyTables(from: Db, to: Db): Promise<void> {
  for (const [table, keys] of Object.entries(ARCHIVE_TABLES)) {
    for (let last: Row | null = null; ; ) {
      const rows: readonly Row[] = await pageOf(from, { table, keys, last });
      await inChunks(rows, (chunk) => insert(to, table, chunk));
      last = rows.at(-1) ?? null;
      if (rows.length < PAGE_ROWS) break;
    }
  }
}

/** Deletes what `copyTables` fills, the last first. */
export async function emptyTables(db: Db): Promise<void> {
  for (const table of Object.keys(ARCHIVE_TABLES).toReversed())
    await sql`delete from ${sql.table(table)}`.execute(db);
}

interface Page {
  readonly table: string;
  readonly keys: readonly string[];
  readonly last: Row | null;
}

/** The next rows in the order of their keys; an index leads to them. */
async function pageOf(db: Db, { table, keys, last }: Page): Promise<readonly Row[]> {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const after: RawBuilder<unknown> =
    last === null ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => last[key]))})`;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(PAGE_ROWS)}`.execute(db);
  return rows;
}

async function insert(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(db);
}
