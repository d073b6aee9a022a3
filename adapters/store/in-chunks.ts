/** Engines bound the parameters of one statement: SQLite 32,766, PostgreSQL 65,535. */
const CHUNK_ROWS = 500;

/** Runs one statement for every 500 rows; none when there are no rows. Results come in the order of the rows. */
export async function inChunks<Row, Result>(
  rows: readonly Row[],
  run: (chunk: readonly Row[]) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    results.push(await run(rows.slice(start, start + CHUNK_ROWS)));
  }
  return results;
}

/** The found rows in the order of the ids asked for. */
export function inOrderOf<Id, Row>(ids: readonly Id[], rows: readonly Row[], idOf: (row: Row) => Id): Row[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
